import type { Field, FieldType, Form, FormRule, Measure, Subject } from '../src/model/form.ts';
import { readForm } from '../src/read/forms.ts';
import { formFiles, templateText } from '../src/templates.ts';

/** docs/forms.md: the shipped forms as their definitions say, for those who fill them in and those who add one. */
export function formsPage(): string {
  const forms = formFiles().map((name) => readForm(name, templateText(`forms/${name}`)));
  return `# Các mẫu

Trang này được tạo từ \`templates/forms/*.yaml\` (\`npm run docs\`). Cột, dòng được tìm theo nhãn chứ không theo vị trí; so
nhãn không kể hoa thường, dấu cách và cách đặt dấu thanh. Thêm mẫu riêng của một đợt: đặt tệp yaml cùng dạng vào thư mục
\`forms/\` của đợt.

\`subject\` nói mẫu báo cáo việc gì. Tệp mà tiêu đề, đầu cột hay tên trang nói việc khác, và không chỗ nào nói việc của mẫu,
bị trả lại (\`form/other-subject\`), không thay báo cáo đã có; nói cả hai thì được hỏi lại (\`form/subject-doubtful\`). Chỉ kể
chữ cai quản tiêu đề: "kết quả cài đặt Bluezone phục vụ tiêm chủng" là báo cáo Bluezone. Đầu bảng đúng mẫu mà không có tiêu đề
vẫn được nhận. Việc của mẫu khác trong đợt cũng là việc khác. Mẫu không ghi \`subject\` thì không xét.

${forms.map(section).join('\n')}`;
}

function subjectLine({ words, unlike }: Subject): string {
  const others = unlike.length === 0 ? '' : ` Là việc khác khi tiêu đề, đầu cột nói: ${unlike.join('; ')}.`;
  return `Nói về (\`subject\`): ${words.join('; ')}.${others}`;
}

const LAYOUTS: { readonly [L in Form['layout']]: string } = {
  lines: 'mỗi mục một dòng: nhãn, rồi giá trị bên cạnh, bên dưới hoặc trong cùng một ô',
  table: 'một bảng: dòng tiêu đề, rồi mỗi người một dòng',
  summary: 'bản tổng hợp của cơ quan cấp dưới',
};

function section(form: Form): string {
  const { measures, rules } = form;
  return `## ${form.name.vi} (\`${form.id}\`)

- Theo: ${form.source}
- Cách trình bày: ${LAYOUTS[form.layout]}
${form.subject === null ? '' : `- ${subjectLine(form.subject)}\n`}- Phạm vi số liệu: \`${form.scope}\`, trang «${form.sheetTitle.vi}» của bản tổng hợp

| mục | nhãn | kiểu | bắt buộc | cách ghi khác cũng nhận ra |
|---|---|---|---|---|
${form.fields.map(fieldRow).join('\n')}
${measures.length === 0 ? '' : `\nSố liệu lấy ra:\n\n${measures.map(measureLine).join('\n')}\n`}${
  rules.length === 0 ? '' : `\nQuy tắc:\n\n${rules.map((rule) => `- ${ruleText(form, rule)}`).join('\n')}\n`
}`;
}

const TYPES: { readonly [T in FieldType]: string } = {
  count: 'số người, số nguyên từ 0',
  ordinal: 'số thứ tự',
  text: 'chữ',
  person: 'tên người (dữ liệu cá nhân)',
  address: 'địa chỉ (dữ liệu cá nhân)',
  phone: 'số điện thoại (dữ liệu cá nhân)',
  mark: 'có hay không',
  picture: 'ảnh',
  date: 'ngày',
};

function fieldRow({ id, label, type, required, synonyms, fallbacks, unlike }: Field): string {
  const others = [
    ...(synonyms.length === 0 ? [] : [synonyms.join('; ')]),
    ...(fallbacks.length === 0 ? [] : [`khi không có nhãn nào rõ hơn: ${fallbacks.join('; ')}`]),
    ...(unlike.length === 0 ? [] : [`không phải khi có chữ: ${unlike.join('; ')}`]),
  ];
  return `| \`${id}\` | ${label.vi} | ${TYPES[type]} | ${required ? 'có' : ''} | ${others.join('<br>')} |`;
}

function measureLine({ id, label, from, cumulative, within }: Measure): string {
  const source = {
    field: (field: string) => `giá trị của \`${field}\``,
    sum: (field: string) => `tổng cột \`${field}\``,
    rows: () => 'số dòng',
    counting: (field: string) => `cột \`${field}\`, theo cách đếm của đợt (\`counting\`)`,
  }[from.kind](from.kind === 'rows' ? '' : from.field);
  const bound = within === null ? '' : `; không quá \`${within}\` của đơn vị`;
  return `- \`${id}\` (${label.vi}): ${source}; ${cumulative ? 'lũy kế' : 'của riêng ngày đó'}${bound}`;
}

/** A rule in the words of its form, else in its labels. */
function ruleText(form: Form, rule: FormRule): string {
  if (rule.words !== undefined) return rule.words.vi;
  const named = (id: string) => `«${form.fields.find((field) => field.id === id)?.label.vi ?? id}»`;
  switch (rule.kind) {
    case 'at-most':
      return `${named(rule.left)} không lớn hơn ${named(rule.right)}`;
    case 'range':
      return `${named(rule.field)} từ ${rule.min ?? '…'} đến ${rule.max ?? '…'}`;
    case 'sum':
      return `${named(rule.field)} bằng tổng của ${rule.of.map(named).join(', ')}`;
    case 'pattern':
      return `${named(rule.field)} có dạng \`${rule.pattern}\``;
    case 'unique':
      return `không có hai dòng trùng cả ${rule.fields.map(named).join(', ')}`;
    case 'required':
      return `dòng nào cũng có ${named(rule.field)}`;
  }
}
