/**
 * Names of a summary workbook's sheets beside the tables of its scopes. They are fixed, whatever the language: other
 * offices' programs look for them (contract section 4).
 */
export const SUMMARY_SHEETS = {
  receipts: 'Tình hình nộp',
  trend: 'Diễn biến',
  findings: 'Cần rà',
  sources: 'Nguồn',
} as const;
