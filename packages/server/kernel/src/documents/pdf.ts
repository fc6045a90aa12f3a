import { createRequire } from 'node:module';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

let compiler: Promise<NodeCompiler> | undefined;

/**
 * A document as PDF. The template is Typst and ours alone; whatever people wrote comes in as inputs, which Typst takes for
 * text and never for markup. Chinese is set in Noto Sans SC. The compiler is loaded with the first document.
 *
 * @param inputs What the template finds under `sys.inputs`.
 * @param at Creation time that the file bears.
 * @throws Error when the template does not compile; it quotes no input.
 * @example await renderPdf('#set text(font: "Noto Sans SC")\n#sys.inputs.name', { name: '韩小宝' }, now)
 */
export async function renderPdf(template: string, inputs: Readonly<Record<string, string>>, at: Date): Promise<Buffer> {
  const { pdf } = await loaded();
  try {
    return pdf({ mainFileContent: template, inputs: { ...inputs }, resetRead: false }, { creationTimestamp: Math.floor(at.getTime() / 1000) });
  } catch (error) {
    throw new Error('A document could not be set.', { cause: error });
  }
}

/**
 * The first page as SVG, its letters as outlines, so that whoever draws it needs no font. Templates and inputs as above.
 * @example await renderSvg('#set page(width: 512pt, height: 512pt)\n#sys.inputs.seal', { seal: '谯' })
 */
export async function renderSvg(template: string, inputs: Readonly<Record<string, string>>): Promise<string> {
  const { svg } = await loaded();
  try {
    return svg({ mainFileContent: template, inputs: { ...inputs }, resetRead: false });
  } catch (error) {
    throw new Error('A picture could not be set.', { cause: error });
  }
}

async function loaded(): Promise<{ pdf: NodeCompiler['pdf']; svg: NodeCompiler['plainSvg'] }> {
  compiler ??= start();
  const one = await compiler;
  return { pdf: one.pdf.bind(one), svg: one.plainSvg.bind(one) };
}

async function start(): Promise<NodeCompiler> {
  const { NodeCompiler: Compiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const require = createRequire(import.meta.url);
  const fontPaths = [
    require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
    require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
  ];
  return Compiler.create({ fontArgs: [{ fontPaths }] });
}
