/** One start a day; with `every` it repeats for a while. Instants are ISO 8601 with an offset. */
export interface Trigger {
  readonly start: string;
  readonly every?: { readonly minutes: number; readonly for: number };
}

/**
 * A task for Windows Task Scheduler, schema 1.2, elements in the order of its documentation. The offset in
 * StartBoundary makes the trigger independent of the computer's zone.
 */
export function windowsTask(about: string, command: readonly string[], triggers: readonly Trigger[]): string {
  const [program = '', ...args] = command;
  return [
    // No encoding is named: on stdout it is UTF-8, in a file UTF-16 with its mark.
    '<?xml version="1.0"?>',
    '<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">',
    '  <RegistrationInfo>',
    `    <Description>${xml(about)}</Description>`,
    '  </RegistrationInfo>',
    '  <Triggers>',
    ...triggers.flatMap(triggerLines),
    '  </Triggers>',
    '  <Settings>',
    '    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>',
    '    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>',
    '    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>',
    '    <StartWhenAvailable>true</StartWhenAvailable>',
    '    <ExecutionTimeLimit>PT1H</ExecutionTimeLimit>',
    '    <Enabled>true</Enabled>',
    '  </Settings>',
    '  <Actions>',
    '    <Exec>',
    `      <Command>${xml(program)}</Command>`,
    `      <Arguments>${xml(args.map(argument).join(' '))}</Arguments>`,
    '    </Exec>',
    '  </Actions>',
    '</Task>',
    '',
  ].join('\r\n');
}

function triggerLines({ start, every }: Trigger): readonly string[] {
  return [
    '    <CalendarTrigger>',
    '      <Enabled>true</Enabled>',
    `      <StartBoundary>${start}</StartBoundary>`,
    ...(every === undefined
      ? []
      : [
          '      <Repetition>',
          `        <Interval>PT${every.minutes}M</Interval>`,
          `        <Duration>PT${every.for}M</Duration>`,
          '      </Repetition>',
        ]),
    '      <ScheduleByDay>',
    '        <DaysInterval>1</DaysInterval>',
    '      </ScheduleByDay>',
    '    </CalendarTrigger>',
  ];
}

/** As programs of Windows split their command line: backslashes count double before a quote. */
export function argument(text: string): string {
  if (/^[^\s"]+$/.test(text)) return text;
  return `"${text.replaceAll(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1')}"`;
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
