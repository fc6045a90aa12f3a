import { tenantBase, useRefusingMutation } from '@weixiang/kit';
import { Dialog } from '@weixiang/kit/console';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QrPicture } from '../shared/qr-picture.js';
import { MakeRoomCodeDocument } from './attendance.documents.js';

/** A code lives for a minute; a new one stands there well before. */
const renewMs = 30_000;

/** The code for the door or the screen, renewed by itself. */
export function RoomCodeDialog({ lesson, onClose }: { lesson: string; onClose: () => void }) {
  const { t } = useTranslation('education');
  const [code, setCode] = useState<string>();
  const make = useRefusingMutation(MakeRoomCodeDocument, (data) => data.makeRoomCode);
  const send = useRef(make.send);
  useEffect(() => {
    send.current = make.send;
  });
  useEffect(() => {
    const renew = async () => {
      const made = await send.current({ lesson });
      if (made?.code) setCode(made.code);
    };
    void renew();
    const timer = setInterval(() => void renew(), renewMs);
    return () => clearInterval(timer);
  }, [lesson]);
  return (
    <Dialog title={t('attendance.showCode')} isOpen onClose={onClose}>
      <div className="code">
        {code && <QrPicture text={`${location.origin}${tenantBase()}/education/check-in?code=${code}`} label={t('attendance.showCode')} />}
        {make.refusals.all.map((refusal) => (
          <p key={refusal.code} className="refused" role="alert">
            {refusal.message}
          </p>
        ))}
        <p>{t('attendance.codeMeans')}</p>
      </div>
    </Dialog>
  );
}
