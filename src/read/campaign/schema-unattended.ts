import * as v from 'valibot';
import { key, text, time } from './values.ts';

/** The key `daily` of campaign.yaml. */
export const unattended = v.optional(
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
          'Giờ lập bản chính thức, không trước hạn nộp của báo cáo hằng ngày. Không có khóa này: 30 phút sau hạn nộp, sớm hơn nếu hạn gửi yêu cầu.',
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
);

/** The key `remind` of campaign.yaml. */
export const remind = v.optional(
  key(
    v.array(
      v.strictObject({
        form: key(text, 'Mẫu được nhắc.'),
        from: v.optional(
          key(
            v.pipe(v.array(text, 'list'), v.nonEmpty('list')),
            'Chỉ nhắc các loại đơn vị này, trong số phải gửi mẫu; không có khóa này là tất cả.',
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
);
