import type {IBufferCell, Terminal} from '@xterm/headless';

/** The colours of a terminal: the 16 of its palette, its foreground and its background. */
type Palette = {
	readonly foreground: string;
	readonly background: string;
	readonly frame: string;
	readonly colours: readonly string[];
};

const dark: Palette = {
	foreground: '#d7dae0',
	background: '#1b1e24',
	frame: '#2a2e37',
	colours: [
		'#1b1e24',
		'#e5686f',
		'#8fc379',
		'#dfb266',
		'#6aa8ec',
		'#c283d8',
		'#59b8c2',
		'#d7dae0',
		'#7a818f',
		'#f08a90',
		'#a9d795',
		'#ecc988',
		'#8cbef2',
		'#d3a1e4',
		'#7ccad2',
		'#ffffff',
	],
};

const light: Palette = {
	foreground: '#24292f',
	background: '#ffffff',
	frame: '#d8dee4',
	colours: [
		'#24292f',
		'#c4313c',
		'#2c7a37',
		'#8f5f00',
		'#1f6cc0',
		'#8a3fa8',
		'#0f7a85',
		'#57606a',
		'#6e7781',
		'#e0525c',
		'#3d9a4a',
		'#a97800',
		'#3b86d8',
		'#a35cc0',
		'#2697a3',
		'#8c959f',
	],
};

const cellWidth = 8.4;
const lineHeight = 18;
const margin = 14;
const titleBar = 28;

type Run = {
	readonly text: string;
	readonly cells: number;
	readonly style: string;
	readonly background: string | undefined;
	readonly at: number;
};

/**
Draws what a terminal shows as an SVG picture. It is dark, and light where the reader's browser is; the colours of each are
classes, `f` for what is drawn and `b` for what lies behind it.
*/
export function drawTerminal(
	terminal: Terminal,
	cursor: {readonly x: number; readonly y: number} | undefined,
	title: string,
): string {
	const width = terminal.cols * cellWidth + 2 * margin;
	const height = terminal.rows * lineHeight + 2 * margin + titleBar;
	const lines = Array.from({length: terminal.rows}, (_, row) => drawLine(terminal, row));
	const caret =
		cursor === undefined
			? ''
			: `<rect x="${left(cursor.x)}" y="${top(cursor.y)}" width="${cellWidth}" height="${lineHeight}" class="f" opacity="0.5"/>`;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="'DejaVu Sans Mono', Menlo, Consolas, 'Noto Sans Mono CJK JP', monospace" font-size="14">
<title>${escapeXml(title)}</title>
<style>
${style(dark)}
@media (prefers-color-scheme: light) {
${style(light)}
}
</style>
<rect width="${width}" height="${height}" rx="8" class="b frame"/>
<path d="M0 8a8 8 0 0 1 8-8h${width - 16}a8 8 0 0 1 8 8v${titleBar - 8}h-${width}z" class="bar"/>
<text x="${width / 2}" y="19" text-anchor="middle" class="f" font-size="12">${escapeXml(title)}</text>
${lines.join('\n')}${caret}
</svg>
`;
}

/** The colours of a terminal as classes. */
function style({foreground, background, frame, colours}: Palette): string {
	const rules = [
		`.f{fill:${foreground}}`,
		`.b{fill:${background}}`,
		`.frame{stroke:${frame}}`,
		`.bar{fill:${frame}}`,
		...colours.map((colour, at) => `.c${at}{fill:${colour}}`),
	];
	return rules.join('');
}

function left(column: number): string {
	return (margin + column * cellWidth).toFixed(1);
}

function top(row: number): number {
	return titleBar + margin + row * lineHeight;
}

function drawLine(terminal: Terminal, row: number): string {
	return runs(terminal, row)
		.map(({text, cells, style, background, at}) => {
			const x = left(at);
			const width = (cells * cellWidth).toFixed(1);
			const box =
				background === undefined
					? ''
					: `<rect x="${x}" y="${top(row)}" width="${width}" height="${lineHeight}" class="${background}"/>`;
			if (text.trim() === '') return box;
			return `${box}<text x="${x}" y="${top(row) + 13.5}" textLength="${width}" lengthAdjust="spacingAndGlyphs" xml:space="preserve" ${style}>${escapeXml(text)}</text>`;
		})
		.join('');
}

/** Neighbouring cells of one look, drawn as one; a run of wide characters stands alone, so that columns line up. */
function runs(terminal: Terminal, row: number): readonly Run[] {
	const buffer = terminal.buffer.active;
	const line = buffer.getLine(buffer.viewportY + row);
	const found: Run[] = [];
	for (let column = 0; column < terminal.cols; column++) {
		const cell = line?.getCell(column);
		if (cell === undefined || cell.getWidth() === 0) continue;
		const text = cell.getChars() || ' ';
		const {style, background} = look(cell);
		const last = found.at(-1);
		const plain = cell.getWidth() === 1;
		if (
			last !== undefined &&
			plain &&
			last.text.length === last.cells &&
			last.style === style &&
			last.background === background
		) {
			found[found.length - 1] = {...last, text: last.text + text, cells: last.cells + 1};
		} else {
			found.push({text, cells: cell.getWidth(), style, background, at: column});
		}
	}

	return found;
}

/** How a cell is drawn: attributes, and the class of what lies behind it. */
function look(cell: IBufferCell): {readonly style: string; readonly background: string | undefined} {
	const foreground = cell.isFgDefault() ? 'f' : `c${cell.getFgColor()}`;
	const background = cell.isBgDefault() ? undefined : `c${cell.getBgColor()}`;
	const inverse = cell.isInverse() !== 0;
	const attributes = [
		`class="${inverse ? (background ?? 'b') : foreground}"`,
		cell.isBold() ? 'font-weight="bold"' : '',
		cell.isDim() && !inverse ? 'opacity="0.6"' : '',
		cell.isItalic() ? 'font-style="italic"' : '',
		cell.isUnderline() ? 'text-decoration="underline"' : '',
	];
	return {style: attributes.filter(Boolean).join(' '), background: inverse ? foreground : background};
}

function escapeXml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
