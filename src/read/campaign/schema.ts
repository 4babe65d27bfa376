import * as v from 'valibot';
import { isDate } from '../../core/time.ts';

/**
 * What campaign.yaml may say. The descriptions make docs/campaign.md, so they are in the language of the offices that
 * write the file. A message here is a code that `lang/` turns into words ("yaml-value", `expected`).
 */

const text = v.pipe(v.string('text'), v.trim(), v.nonEmpty('text'));
const date = v.pipe(v.string('date'), v.check(isDate, 'date'));
const month = v.pipe(
  v.string('month'),
  v.check((value) => isDate(value) || isDate(`${value}-01`) || /^\d{4}$/.test(value), 'month'),
);
const time = v.pipe(v.string('time'), v.regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, 'time'));
const zone = v.pipe(v.string('zone'), v.check(isZone, 'zone'));
const count = v.pipe(v.number('count'), v.safeInteger('count'), v.minValue(1, 'count'));
const outputName = v.pipe(
  v.string('output-name'),
  v.regex(/^(?!.*-(tam|bo-sung-\d+)$)[^\s/\\:*?"<>|.~][^/\\:*?"<>|]*$/, 'output-name'),
  v.includes('{date}', 'output-name'),
);
const percent = v.pipe(v.string('percent'), v.regex(/^\s*\d{1,3}([.,]\d{1,4})?\s*%\s*$/, 'percent'));

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** A key with what it means, in the words of docs/campaign.md. */
function key<S extends v.GenericSchema>(schema: S, description: string) {
  return v.pipe(schema, v.description(description));
}

const rule = v.picklist(['before', 'no-later-than'], 'before | no-later-than');

const due = v.strictObject({
  date: v.optional(key(date, 'Ngày đến hạn (yyyy-mm-dd); bỏ trống với báo cáo hằng ngày.')),
  time: v.optional(key(time, 'Giờ đến hạn, trong ngoặc kép: "15:00" hoặc "15:00:00".')),
  rule: key(
    rule,
    '`before`: "trước 15 giờ", đúng 15:00:00 là muộn. `no-later-than`: "chậm nhất 15 giờ", đúng 15:00:00 là kịp.',
  ),
});

const base = 'Tổng của cả địa bàn, khi cơ quan không có số của từng đơn vị.';

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
    v.pipe(
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
        }),
        'list',
      ),
      v.nonEmpty('list'),
    ),
    'Ai gửi mẫu nào, khi nào.',
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
        smartphone_users: v.optional(key(count, `Số người dùng điện thoại thông minh. ${base}`)),
        population: v.optional(key(count, `Dân số. ${base}`)),
        adults: v.optional(key(count, `Số người trưởng thành. ${base}`)),
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
      v.array(v.picklist(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], 'mon … sun'), 'list'),
      'Các ngày trong tuần phải báo cáo; không có khóa này là mọi ngày.',
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
            v.array(
              v.picklist(
                ['xlsx', 'json', 'csv', 'md', 'html', 'docx'],
                'xlsx | json | csv | md | html | docx',
              ),
              'list',
            ),
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
  daily: v.optional(
    key(
      v.strictObject({
        provisional: v.optional(
          key(
            v.array(time, 'list'),
            'Giờ lập bản tạm, trước hạn nộp. Không có khóa này: 30 phút trước hạn; `[]`: không lập.',
          ),
        ),
        final: v.optional(
          key(
            time,
            'Giờ lập bản chính thức. Không có khóa này: 30 phút sau hạn nộp, sớm hơn nếu hạn gửi đòi hỏi. Bản chính thức không bao giờ lập trước hạn nộp của các báo cáo hằng ngày.',
          ),
        ),
        again: v.optional(
          key(
            v.array(time, 'list'),
            'Giờ xem lại những gì đến sau bản chính thức. Không có khóa này: 2 giờ sau bản chính thức.',
          ),
        ),
        receive: v.optional(
          key(
            v.strictObject({
              from: v.optional(key(time, 'Từ giờ.'), '07:00'),
              to: v.optional(key(time, 'Đến giờ. Không có khóa này: lần chạy cuối trong ngày.')),
              every: v.optional(
                key(
                  v.picklist([5, 10, 15, 20, 30, 60], '5 | 10 | 15 | 20 | 30 | 60'),
                  'Mấy phút một lần; 10 phút cuối trước hạn nộp thì mỗi phút một lần.',
                ),
                10,
              ),
            }),
            'Ghi sổ giờ đến của các tệp mới.',
          ),
          {},
        ),
      }),
      'Các giờ chạy không người trực (`daily`), theo múi giờ của đợt; `schedule` in ra lịch theo các giờ này.',
    ),
    {},
  ),
  remind: v.optional(
    key(
      v.array(
        v.strictObject({
          form: key(text, 'Mẫu được nhắc.'),
          from: v.optional(
            key(
              v.pipe(v.array(text, 'list'), v.nonEmpty('list')),
              'Chỉ nhắc các loại đơn vị này; không có khóa này là mọi loại phải gửi mẫu.',
            ),
          ),
          minutes_before: v.optional(
            key(
              v.pipe(v.number('count'), v.safeInteger('count'), v.minValue(0, 'count')),
              'Nhắc từ mấy phút trước hạn nộp, cho đến khi nhận được.',
            ),
            60,
          ),
        }),
        'list',
      ),
      'Nhắc ai, khi nào (`daily` ghi sẵn lời nhắc vào `outbox/<ngày>/`). Không có khóa này: báo cáo hằng ngày nhắc từ 60 phút, báo cáo một lần nhắc từ 2 ngày trước hạn; `[]`: không nhắc.',
    ),
  ),
});
