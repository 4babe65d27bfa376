import * as v from 'valibot';
import { OUTPUT_FORMATS } from '../../model/output-formats.ts';
import { remind, unattended } from './schema-unattended.ts';
import { date, key, month, outputName, percent, size, text, time, WEEKDAYS, zone } from './values.ts';

/**
 * What campaign.yaml may say. The descriptions make docs/campaign.md, so they are in the language of the offices that
 * write the file. A message here is a code that `lang/` turns into words ("yaml-value", `expected`).
 */

const rule = v.picklist(['before', 'no-later-than'], 'before | no-later-than');

const due = v.strictObject({
  date: v.optional(key(date, 'Ngày đến hạn (yyyy-mm-dd); bỏ trống với báo cáo hằng ngày.')),
  time: v.optional(key(time, 'Giờ đến hạn, trong ngoặc kép: "15:00" hoặc "15:00:00".')),
  rule: key(
    rule,
    '`before`: "trước 15 giờ", đúng 15:00:00 là muộn. `no-later-than`: "chậm nhất 15 giờ", đúng 15:00:00 là kịp.',
  ),
});

/** A later letter ends an entry and begins another: past days keep theirs. */
const dated = {
  since: v.optional(key(date, 'Ngày đầu tiên áp dụng dòng này, khi một văn bản sau thay đổi.')),
  until: v.optional(key(date, 'Ngày cuối cùng áp dụng dòng này.')),
};

const base =
  'Tổng của cả địa bàn, khi cơ quan không có số của từng đơn vị; chưa biết thì bỏ khóa này hoặc ghi 0.';

export const campaignSchema = v.strictObject({
  name: key(text, 'Tên đợt.'),
  timezone: v.optional(key(zone, 'Múi giờ của mọi mốc giờ, theo tên IANA.'), 'Asia/Ho_Chi_Minh'),
  authority: key(
    v.strictObject({
      name: key(text, 'Cơ quan tổng hợp, đứng tên báo cáo.'),
      department: v.optional(key(text, 'Phòng, ban trực tiếp tổng hợp.')),
      place: v.optional(key(text, 'Địa danh ghi trước ngày tháng.')),
      level: key(
        v.picklist(
          ['commune', 'district', 'province', 'ministry'],
          'commune | district | province | ministry',
        ),
        'Cấp của cơ quan tổng hợp.',
      ),
      parent: v.optional(key(text, 'Cơ quan chủ quản, ở dòng trên của phần đầu văn bản.')),
    }),
    'Cơ quan tổng hợp.',
  ),
  directive: v.optional(
    key(
      v.strictObject({
        number: v.optional(key(text, 'Số, ký hiệu văn bản chỉ đạo.')),
        date: v.optional(key(month, 'Ngày (hoặc tháng, năm) của văn bản.')),
        basis: v.optional(key(v.array(text, 'list'), 'Các căn cứ, mỗi căn cứ một dòng.'), []),
      }),
      'Văn bản chỉ đạo mở đợt này.',
    ),
    {},
  ),
  period: v.optional(
    key(
      v.strictObject({
        from: v.optional(key(date, 'Ngày báo cáo đầu tiên.')),
        to: v.optional(key(date, 'Ngày báo cáo cuối cùng.')),
      }),
      'Các ngày phải báo cáo; ngoài khoảng này không đơn vị nào đến hạn.',
    ),
    {},
  ),
  units: v.optional(key(text, 'Tệp danh sách đơn vị.'), 'units.csv'),
  collect: key(
    v.array(
      v.strictObject({
        form: key(text, 'Mẫu: `mau-01`, `mau-02`, `tong-hop` hoặc một mẫu trong `forms/`.'),
        from: key(
          v.pipe(v.array(text, 'list'), v.nonEmpty('list')),
          'Loại đơn vị phải gửi, đúng như cột `kind`.',
        ),
        every: key(
          v.picklist(['day', 'once'], 'day | once'),
          '`day`: hằng ngày. `once`: một lần cho cả đợt.',
        ),
        due: v.optional(key(due, 'Hạn nộp; không có thì không ai bị coi là muộn.')),
        counting: v.optional(
          key(
            v.picklist(
              ['auto', 'rows', 'per-person', 'stated-total'],
              'auto | rows | per-person | stated-total',
            ),
            'Chỉ với Mẫu 02: cách hiểu cột "Lũy kế".',
          ),
          'auto',
        ),
        ...dated,
      }),
      'list',
    ),
    'Ai gửi mẫu nào, khi nào; `[]` khi chưa yêu cầu ai.',
  ),
  targets: v.optional(
    key(
      v.array(
        v.strictObject({
          id: key(text, 'Mã của chỉ tiêu, dùng trong JSON.'),
          scope: key(text, 'Phạm vi: `residents` (Mẫu 02), `staff` (Mẫu 01) hoặc phạm vi của mẫu khác.'),
          measure: key(text, 'Số đem so: `installed`, `staff_installed`, …'),
          of: key(text, 'Mẫu số: một cột của danh sách đơn vị hoặc một số của mẫu.'),
          reach: key(percent, 'Tỷ lệ phải đạt, viết `60%`.'),
          by: v.optional(key(date, 'Ngày phải đạt.')),
          ...dated,
        }),
        'list',
      ),
      'Chỉ tiêu.',
    ),
    [],
  ),
  forward: v.optional(
    key(
      v.array(
        v.strictObject({
          to: key(v.pipe(v.array(text, 'list'), v.nonEmpty('list')), 'Nơi nhận bản tổng hợp.'),
          due: v.optional(key(due, 'Hạn gửi bản tổng hợp.')),
          ...dated,
        }),
        'list',
      ),
      'Bản tổng hợp gửi đi đâu, trước mấy giờ.',
    ),
    [],
  ),
  bases: v.optional(
    key(
      v.strictObject({
        smartphone_users: v.optional(key(size, `Số người dùng điện thoại thông minh. ${base}`)),
        population: v.optional(key(size, `Dân số. ${base}`)),
        adults: v.optional(key(size, `Số người trưởng thành. ${base}`)),
        date: v.optional(key(month, 'Ngày của số này.')),
        source: v.optional(key(text, 'Nguồn của số này.')),
      }),
      'Mẫu số chung của cả địa bàn.',
    ),
  ),
  missing: v.optional(
    key(
      v.picklist(['carry-forward', 'exclude'], 'carry-forward | exclude'),
      'Đơn vị chưa báo cáo: `carry-forward` lấy số gần nhất đã nhận, `exclude` để trống.',
    ),
    'carry-forward',
  ),
  exempt: v.optional(
    key(
      v.array(
        v.strictObject({
          unit: key(text, 'Mã đơn vị.'),
          from: v.optional(key(date, 'Từ ngày.')),
          to: v.optional(key(date, 'Đến hết ngày.')),
          reason: key(text, 'Lý do.'),
        }),
        'list',
      ),
      'Đơn vị được miễn báo cáo trong một số ngày.',
    ),
    [],
  ),
  working_days: v.optional(
    key(
      v.array(v.picklist(WEEKDAYS, WEEKDAYS.join(' | ')), 'list'),
      'Các ngày trong tuần phải báo cáo, từ `mon` (thứ Hai) đến `sun` (Chủ nhật); không có khóa này là mọi ngày.',
    ),
  ),
  holidays: v.optional(key(v.array(date, 'list'), 'Những ngày nghỉ, không ai phải báo cáo.'), []),
  report: v.optional(
    key(
      v.strictObject({
        number: v.optional(key(text, 'Số, ký hiệu của báo cáo tổng hợp, ví dụ "Số: …/BC-VHTT".')),
        signer: v.optional(
          key(
            v.strictObject({
              authority: v.optional(key(text, 'Dòng "TM. ỦY BAN NHÂN DÂN".')),
              on_behalf: v.optional(key(text, 'Dòng "KT. CHỦ TỊCH".')),
              title: v.optional(key(text, 'Chức vụ người ký.')),
              name: v.optional(key(text, 'Họ tên người ký.')),
            }),
            'Người ký.',
          ),
          {},
        ),
        recipients: v.optional(key(v.array(text, 'list'), 'Nơi nhận, mỗi nơi một dòng.'), []),
        formats: v.optional(
          key(
            v.array(v.picklist(OUTPUT_FORMATS, OUTPUT_FORMATS.join(' | ')), 'list'),
            'Các dạng tệp được ghi khi không có `--format`.',
          ),
          ['xlsx'],
        ),
        name: v.optional(
          key(
            outputName,
            'Tên tệp của bản tổng hợp, không có đuôi; `{date}` là ngày báo cáo. Bản tạm thêm `-tam`, bản bổ sung thêm `-bo-sung-<n>`.',
          ),
          'tong-hop-{date}',
        ),
      }),
      'Cách trình bày bản tổng hợp.',
    ),
    {},
  ),
  daily: unattended,
  remind,
});
