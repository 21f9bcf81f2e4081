import {styleText} from 'node:util';

/** The text styles of the screens. Unstyled text has the default colour of the terminal. */
export type Style =
	| 'title'
	| 'dim'
	| 'header'
	| 'error'
	| 'warning'
	| 'good'
	| 'key'
	| 'cursor'
	| 'cursor-row'
	| 'edited'
	| 'strong'
	/** Text that matches a search. */
	| 'match'
	/** Tables and columns outside the catalog. */
	| 'external'
	| 'query';

type Format = Parameters<typeof styleText>[0];

// Only the 16 colours of the terminal's theme, which have contrast on a dark and on a light background.
const formats: {readonly [S in Style]: Format} = {
	title: 'bold',
	dim: 'dim',
	header: ['bold', 'underline'],
	error: 'red',
	warning: 'yellow',
	good: 'green',
	key: ['bold', 'cyan'],
	cursor: 'inverse',
	'cursor-row': 'bold',
	edited: 'italic',
	strong: 'bold',
	match: ['bold', 'underline', 'magenta'],
	external: 'magenta',
	query: 'cyan',
};

const withoutColour: {readonly [S in Style]?: Format} = {
	error: 'bold',
	warning: 'bold',
	good: 'bold',
	key: 'bold',
	match: ['bold', 'underline'],
	external: 'italic',
	query: 'italic',
};

export type Paint = (style: Style, text: string) => string;

/** The colour setting of the app; `NO_COLOR` turns colours off. */
export type ColourMode = 'colour' | 'no-colour';

/** Returns the function that styles text. Without colour, weight and signs carry the same information. */
export function painter(colours: ColourMode): Paint {
	return (style, text) => {
		const format = colours === 'colour' ? formats[style] : (withoutColour[style] ?? formats[style]);
		return text === '' ? '' : styleText(format, text, {validateStream: false});
	};
}

/** Signs that carry the same information as colours. */
export const signs = {
	error: '✗',
	warning: '!',
	good: '✓',
	edited: '~',
	skipped: '−',
	pointer: '▸',
	/** A row with others below it that are shown, or not. */
	open: '▾',
	closed: '▹',
	prompt: '›',
	chosen: 'x',
	masked: '•',
	waiting: '…',
	never: '·',
	/** Accepted by Secoda, and not seen in the catalog. */
	unseen: '?',
	/** Not accepted by the user yet. */
	proposed: '?',
	/** A table or column outside the catalog. */
	external: '○',
	/** The text of a query. */
	query: '≡',
	barFull: '█',
	barEmpty: '░',
} as const;
