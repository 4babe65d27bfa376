import { describe, expect, it } from 'vitest';
import { CODES, cellWith, district, edited, json, province, report, summarise } from './offices.ts';

/** A province that adds the summaries of its districts (contract section 4, "The next level up"). */

async function anLao(day: string, first: number, second: number) {
  const office = district('Huyện An Lão');
  report(office, 'Xã An Hòa', `${day} 14:05`, [first]);
  report(office, 'Xã An Tân', `${day} 15:10`, [second]);
  return { office, ...(await summarise(office, day)) };
}

async function hoaiAn(day: string, only: number) {
  const office = district('Huyện Hoài Ân');
  report(office, 'Xã Ân Hảo', `${day} 13:00`, [only]);
  return { office, ...(await summarise(office, day)) };
}

describe('a province of two districts', () => {
  it('has the figures, lists and completeness of the communes’ own files', async () => {
    const above = province();
    above.put('inbox/2021-08-16/an-lao.xlsx', (await anLao('16', 300, 500)).bytes, '16 16:05');
    above.put('inbox/2021-08-16/hoai-an.xlsx', (await hoaiAn('16', 210)).bytes, '16 16:35');
    const raw = province(true);
    report(raw, 'Xã An Hòa', '16 14:05', [300]);
    report(raw, 'Xã An Tân', '16 15:10', [500]);
    report(raw, 'Xã Ân Hảo', '16 13:00', [210]);
    const [seen, own] = [await json(above, '16'), await json(raw, '16')];
    const [residents] = seen.scopes;
    const { senders: _, ...ofRaw } = own.scopes[0] ?? {};
    const { senders, ...ofSummaries } = residents ?? {};
    expect(ofSummaries).toEqual(ofRaw);
    expect(residents?.completeness).toMatchObject({ expected: 4, onTime: 2, late: 1, missing: 1 });
    expect(senders).toMatchObject([
      { code: '542', status: 'on-time', minutesLate: 0 },
      { code: '544', status: 'late', minutesLate: 5, receivedAt: '2021-08-16T16:35:00+07:00' },
    ]);
  });

  it('names a district that sent nothing', async () => {
    const above = province();
    above.put('inbox/2021-08-16/an-lao.xlsx', (await anLao('16', 300, 500)).bytes, '16 16:05');
    above.at('16 16:40');
    const run = await above.run('aggregate -d 2021-08-16');
    expect(run.out).toContain('Chưa báo cáo (1): Huyện Hoài Ân');
    expect(run.exit).toBe(1);
  });

  it('carries the units of a district that sent yesterday', async () => {
    const above = province();
    above.put('inbox/2021-08-16/an-lao.xlsx', (await anLao('16', 300, 500)).bytes, '16 16:05');
    above.put('inbox/2021-08-17/hoai-an.xlsx', (await hoaiAn('17', 210)).bytes, '17 16:05');
    const [residents] = (await json(above, '17')).scopes;
    expect(residents?.total.figures.installed).toEqual({ value: 1010, units: 3, carried: 2 });
    expect(residents?.units.map(({ code, status }) => [code, status])).toEqual([
      ['301', 'missing'],
      ['302', 'missing'],
      ['401', 'on-time'],
      ['402', 'missing'],
    ]);
    expect(residents?.units[0]?.figures.installed).toEqual({ value: 300, date: '2021-08-16', carried: true });
  });

  it('counts once a commune that came by itself as well, and says where the two differ', async () => {
    const above = province(true);
    above.put('inbox/2021-08-16/an-lao.xlsx', (await anLao('16', 300, 500)).bytes, '16 16:05');
    report(above, 'Xã An Hòa', '16 14:30', [310]);
    const { scopes, findings, files } = await json(above, '16');
    expect(scopes[0]?.total.figures.installed).toEqual({ value: 810, units: 2, carried: 0 });
    expect(scopes[0]?.units[0]).toMatchObject({ code: '301', receivedAt: '2021-08-16T14:05:00+07:00' });
    expect(findings.map(({ code, unit, file }) => [code, unit, file])).toContainEqual([
      'across/two-roads',
      '301',
      'inbox/2021-08-16/Xã An Hòa.csv',
    ]);
    expect(files.find(({ unit }) => unit === '301')?.outcome).toBe('accepted-with-warnings');
  });

  it('does not count a summary that was edited by hand, and says which cell', async () => {
    const above = province();
    const { bytes } = await anLao('16', 300, 500);
    const changed = await edited(bytes, (workbook) => {
      workbook.getWorksheet('Tổng hợp')?.eachRow((row) => {
        row.eachCell((cell) => {
          if (cell.value === 300) cell.value = 330;
        });
      });
    });
    above.put('inbox/2021-08-16/an-lao.xlsx', changed, '16 16:05');
    const { files, findings } = await json(above, '16');
    expect(files[0]?.outcome).toBe('rejected');
    expect(findings[0]).toMatchObject({
      code: 'report/summary-edited',
      sheet: 'Tổng hợp',
      unit: CODES['Huyện An Lão'],
    });
    expect(findings[0]?.cell).toMatch(/^[A-Z]\d+$/);
  });

  /** A district that asks agencies as well: none has answered, and two days of the communes give the sheet `Diễn biến`. */
  async function ofTwoForms() {
    const office = district('Huyện An Lão', true);
    report(office, 'Xã An Hòa', '15 14:05', [300]);
    report(office, 'Xã An Tân', '15 14:10', [500]);
    report(office, 'Xã An Hòa', '16 14:05', [310]);
    report(office, 'Xã An Tân', '16 14:10', [520]);
    return summarise(office, '16');
  }

  it('counts an untouched summary whose agencies have not answered, also with a sheet of another name', async () => {
    const { bytes } = await ofTwoForms();
    for (const from of [null, 'Diễn biến', 'Tổng hợp']) {
      const above = province();
      const sent = await edited(bytes, (workbook) => {
        const sheet = from === null ? undefined : workbook.getWorksheet(from);
        if (sheet !== undefined) sheet.name = 'Trang 3';
      });
      above.put('inbox/2021-08-16/an-lao.xlsx', sent, '16 16:05');
      const { files, findings, scopes } = await json(above, '16');
      expect(findings).toEqual([]);
      expect(files.map(({ outcome }) => outcome)).toEqual(['accepted']);
      expect(scopes.map(({ total }) => total.figures)).toMatchObject([{ installed: { value: 830 } }, {}]);
    }
  });

  it('still does not count it when a figure was edited, whatever its sheet is called', async () => {
    const { bytes } = await ofTwoForms();
    for (const name of ['Tổng hợp', 'Trang 3']) {
      const above = province();
      const changed = await edited(bytes, (workbook) => {
        const sheet = workbook.getWorksheet('Tổng hợp');
        const { address } = cellWith(workbook, 'Tổng hợp', 310);
        if (sheet === undefined) return;
        sheet.getCell(address).value = 330;
        sheet.name = name;
      });
      above.put('inbox/2021-08-16/an-lao.xlsx', changed, '16 16:05');
      const { files, findings } = await json(above, '16');
      expect(files[0]?.outcome).toBe('rejected');
      expect(findings[0]).toMatchObject({ code: 'report/summary-edited', sheet: name });
    }
  });

  it('reads the tables of a summary whose data were taken out', async () => {
    const above = province();
    const { bytes } = await anLao('16', 300, 500);
    const bare = await edited(bytes, (workbook) => workbook.removeWorksheet('_bluezone'));
    above.put('inbox/2021-08-16/an-lao.xlsx', bare, '16 16:05');
    const { scopes, files, findings } = await json(above, '16');
    expect(files[0]?.outcome).toBe('accepted-with-warnings');
    expect(findings[0]?.code).toBe('report/summary-visible-only');
    expect(scopes[0]?.total.figures.installed).toEqual({ value: 800, units: 2, carried: 0 });
    expect(scopes[0]?.completeness).toMatchObject({ expected: 2, onTime: 1, late: 1 });
    expect(scopes[0]?.units.map(({ name }) => name)).toEqual(['Xã An Hòa', 'Xã An Tân']);
  });

  it('traces a figure down to the commune’s cells', async () => {
    const above = province();
    const { office, bytes } = await anLao('16', 300, 500);
    above.put('inbox/2021-08-16/an-lao.xlsx', bytes, '16 16:05');
    const run = await above.run(
      `trace "Xã An Hòa" installed -d 2021-08-16 --as-of 2021-08-16T16:40 --json --below ${office.folder}`,
    );
    const { figures } = JSON.parse(run.out);
    expect(figures).toMatchObject([
      { value: 300, path: 'inbox/2021-08-16/an-lao.xlsx', sheet: 'Tổng hợp', below: [{ sender: '542' }] },
    ]);
    expect(figures[0].below[0].path).toContain('inbox/2021-08-16/Xã An Hòa.csv');
    expect(figures[0].below[0].cells).toMatch(/^E\d+$/);
    const total = await above.run('trace tổng -d 2021-08-16 --as-of 2021-08-16T16:40');
    expect(total.out).toContain('Số người đã cài đặt: 800 (2 đơn vị)');
  });
});

/** A province whose roster lists the communes, with other bases than the districts say. */
function knowing(base: number, population = ''): ReturnType<typeof province> {
  const above = province();
  above.put(
    'units.csv',
    [
      'code,name,kind,parent,smartphone_users,population',
      '542,Huyện An Lão,huyện,,,',
      '544,Huyện Hoài Ân,huyện,,,',
      `301,Xã An Hòa,xã,542,${base},${population}`,
      '401,Xã Ân Hảo,xã,544,700,',
      '',
    ].join('\n'),
  );
  return above;
}

describe('a summary from below is input like any other', () => {
  it.each([
    ['above twice the base', [149, ''], 'hơn hai lần'],
    ['above the population', [900, '299'], 'lớn hơn dân số'],
  ] as const)('one unit %s waits, the others count', async (_, [base, population], words) => {
    const above = knowing(base, population);
    above.put('inbox/2021-08-16/an-lao.xlsx', (await anLao('16', 300, 500)).bytes, '16 16:05');
    const { scopes, files, findings } = await json(above, '16');
    const [residents] = scopes;
    expect(residents?.total.figures.installed).toEqual({ value: 500, units: 1, carried: 0 });
    expect(residents?.units.find(({ code }) => code === '301')).toMatchObject({
      figures: {},
      status: 'missing',
      attempt: { outcome: 'undecided', path: 'inbox/2021-08-16/an-lao.xlsx' },
    });
    expect(files[0]?.outcome).toBe('accepted-with-warnings');
    const found = findings.find(({ code }) => code === 'across/unit-undecided');
    expect(found).toMatchObject({ sheet: 'Tổng hợp', unit: '542', severity: 'warning' });
    expect(found?.message).toContain(`Xã An Hòa: số người đã cài đặt là 300, ${words}`);
  });

  it('at twice the base and at the population it counts', async () => {
    const above = knowing(150, '300');
    above.put('inbox/2021-08-16/an-lao.xlsx', (await anLao('16', 300, 500)).bytes, '16 16:05');
    const { scopes, findings } = await json(above, '16');
    expect(scopes[0]?.total.figures.installed?.value).toBe(800);
    expect(findings.map(({ code }) => code)).not.toContain('across/unit-undecided');
  });

  it('a report that came after the as-of time is not there yet', async () => {
    const above = province();
    const { bytes } = await anLao('16', 300, 500);
    above.put('inbox/2021-08-16/an-lao.xlsx', bytes, '16 14:30');
    const { scopes, findings } = await json(above, '16', '16 15:00');
    expect(scopes[0]?.total.figures.installed).toEqual({ value: 300, units: 1, carried: 0 });
    expect(scopes[0]?.units[1]).toMatchObject({
      code: '302',
      figures: {},
      attempt: { outcome: 'undecided' },
    });
    expect(findings.map(({ code }) => code)).toContain('across/unit-undecided');
  });

  it('a unit that stands below another office counts only from there', async () => {
    const above = knowing(900);
    above.put(
      'units.csv',
      'code,name,kind,parent\n542,Huyện An Lão,huyện,\n544,Huyện Hoài Ân,huyện,\n00301,Xã An Hòa,xã,544\n',
    );
    const office = district('Huyện An Lão');
    office.put(
      'units.csv',
      'code,name,kind,smartphone_users\n00301,Xã An Hòa,xã,900\n00302,Xã An Tân,xã,1505\n',
    );
    report(office, 'Xã An Hòa', '16 14:05', [300]);
    report(office, 'Xã An Tân', '16 14:10', [500]);
    above.put('inbox/2021-08-16/an-lao.xlsx', (await summarise(office, '16')).bytes, '16 16:05');
    const { scopes, findings } = await json(above, '16');
    expect(scopes[0]?.total.figures.installed).toEqual({ value: 500, units: 1, carried: 0 });
    const found = findings.find(({ code }) => code === 'across/unit-undecided');
    expect(found?.message).toContain('thuộc Huyện Hoài Ân');
  });
});
