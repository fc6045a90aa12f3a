import { HttpRefusal, openValues, refuse, renderPdf, type TenantRoute, type Transaction } from '@weixiang/kernel';
import { toString as qrText } from 'qrcode';
import { Certificate } from './certificate.entity.js';

const template = `
#set page(width: 297mm, height: 210mm, margin: 24mm)
#set text(font: "Noto Sans SC", size: 14pt, lang: "zh")
#let given = sys.inputs
#rect(width: 100%, height: 100%, stroke: 1.2pt + rgb("#a62b23"), inset: 14mm)[
  #align(center)[
    #text(size: 34pt, weight: "bold", tracking: 6pt)[结业证书]
    #v(2mm)
    #text(size: 11pt, fill: rgb("#6b655d"))[#given.brand]
    #v(14mm)
    #text(size: 26pt, weight: "bold")[#given.learner]
    #v(8mm)
    #set par(leading: 1.1em)
    #text(size: 16pt)[参加“#given.course”#given.term，#linebreak()到课 #given.lessons 次，共 #given.hours 学时，准予结业。]
  ]
  #place(bottom + left)[
    #image(bytes(given.qr), format: "svg", width: 30mm)
    #v(-2mm)
    #text(size: 9pt, fill: rgb("#6b655d"))[扫码核验 #given.number]
  ]
  #place(bottom + right)[
    #align(right)[
      #text(size: 15pt)[#given.issuer]
      #v(1mm)
      #text(size: 13pt)[#given.issuedOn]
    ]
  ]
]
`;

/** A certificate as PDF, for whom it is about, and for who may see the learner for a stated purpose. */
async function certificatePdf(tx: Transaction, id: string, purpose: string | null, portal: string): Promise<{ pdf: Buffer; number: string }> {
  const certificate = await tx.load(Certificate, id, 'download');
  if (certificate.revokedAt) throw refuse('CERTIFICATE_REVOKED', 'id');
  const { learnerName } = await openValues(tx, certificate, ['learnerName'], purpose);
  if (learnerName === undefined) throw refuse('PURPOSE_REQUIRED', 'purpose');
  const { number, courseName, termName, lessons, hours, issuer, issuedOn, code } = certificate;
  const qr = await qrText(`${portal}/education/verify/${code}`, { type: 'svg', margin: 0 });
  const [year = '', month = '', day = ''] = issuedOn.split('-');
  const pdf = await renderPdf(
    template,
    {
      learner: learnerName, course: courseName, term: termName, issuer, number, qr,
      brand: String(Object(tx.tenant.brand).name ?? ''),
      lessons: String(lessons),
      hours: String(hours),
      issuedOn: `${year}年${Number(month)}月${Number(day)}日`,
    },
    tx.now,
  );
  return { pdf, number };
}

/** Downloads; abilities are those of the API. */
export const certificateRoutes: readonly TenantRoute[] = [
  {
    method: 'GET',
    path: '/downloads/education/certificates/:id',
    async handle({ write, tenant, purpose }, request, reply) {
      const id = String(Reflect.get(Object(request.params), 'id'));
      // At a tenant's own domain its paths begin at the root.
      const base = request.originalUrl === request.url ? `/t/${tenant.slug}` : '';
      const made = await write('downloadCertificate', {}, (tx) => certificatePdf(tx, id, purpose, `${request.protocol}://${request.host}${base}`));
      const [refusal] = made.refusals;
      if (refusal) throw new HttpRefusal(refusal.code === 'NOT_FOUND' ? 404 : 400, refusal.code);
      return reply
        .type('application/pdf')
        .header('content-disposition', `attachment; filename="certificate-${String(made.number)}.pdf"`)
        .header('cache-control', 'private, no-store')
        .send(made.pdf);
    },
  },
];
