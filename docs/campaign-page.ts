import { campaignSchema } from '../src/read/campaign/schema.ts';

/** docs/campaign.md: every key of campaign.yaml, from the schema that reads it. */
export function campaignPage(): string {
  return `# campaign.yaml

Bảng này được tạo từ lược đồ mà chương trình dùng để đọc \`campaign.yaml\` (\`npm run docs\`). Khóa không có trong bảng
bị từ chối, kèm tên khóa gần nhất.

| khóa | bắt buộc | mặc định | ý nghĩa |
|---|---|---|---|
${rows(campaignSchema, '').join('\n')}
`;
}

interface Node {
  readonly type: string;
  readonly entries?: { readonly [key: string]: Node };
  readonly item?: Node;
  readonly wrapped?: Node;
  readonly default?: unknown;
  readonly options?: readonly string[];
  readonly pipe?: readonly { readonly kind: string; readonly type: string; readonly description?: string }[];
}

function rows(schema: unknown, prefix: string): string[] {
  const { entries } = innermost(schema as Node);
  return Object.entries(entries ?? {}).flatMap(([key, node]) => {
    const path = `${prefix}${key}`;
    const optional = node.type === 'optional';
    const inner = innermost(node);
    const list = inner.type === 'array';
    const below = list && inner.item !== undefined ? innermost(inner.item) : inner;
    const meaning = `${description(node)}${choices(below, description(node))}`;
    const row = `| \`${path}${list ? '[]' : ''}\` | ${optional ? '' : 'có'} | ${shownDefault(node)} | ${meaning} |`;
    return [row, ...rows(below, `${path}${list ? '[]' : ''}.`)];
  });
}

function innermost(node: Node): Node {
  return node.wrapped === undefined ? node : innermost(node.wrapped);
}

function description(node: Node): string {
  const own = node.pipe?.find((action) => action.type === 'description')?.description;
  return own ?? (node.wrapped === undefined ? '' : description(node.wrapped));
}

/** The words that may stand there, unless the meaning explains each. */
function choices({ options = [] }: Node, said: string): string {
  if (options.length === 0 || options.every((option) => said.includes(`\`${option}\``))) return '';
  return ` Một trong: ${options.map((option) => `\`${option}\``).join(', ')}.`;
}

function shownDefault(node: Node): string {
  const value = node.type === 'optional' ? node.default : undefined;
  if (value === undefined) return '';
  const empty = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
  return empty ? '' : `\`${Array.isArray(value) ? value.join(', ') : String(value)}\``;
}
