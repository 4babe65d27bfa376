/** The one list of formats that a summary can be written in: campaign.yaml, `--format` and the writers hold to it. */
export const OUTPUT_FORMATS = ['xlsx', 'json', 'csv', 'md', 'html', 'docx', 'png'] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];
