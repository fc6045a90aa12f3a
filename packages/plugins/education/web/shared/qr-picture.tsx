import { useEffect, useState } from 'react';

/** A text as a QR picture; the library comes when the first one is shown. */
export function QrPicture({ text, label }: { text: string; label: string }) {
  const [src, setSrc] = useState<string>();
  useEffect(() => {
    let isShown = true;
    const draw = async () => {
      const { toDataURL } = await import('qrcode');
      const made = await toDataURL(text, { margin: 2, width: 480, errorCorrectionLevel: 'M' });
      if (isShown) setSrc(made);
    };
    void draw();
    return () => {
      isShown = false;
    };
  }, [text]);
  return src ? <img className="qr" src={src} alt={label} width={240} height={240} /> : <div className="qr" style={{ height: 240 }} aria-busy="true" />;
}
