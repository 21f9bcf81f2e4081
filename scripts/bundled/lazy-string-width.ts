import type stringWidth from 'string-width';

let loaded: typeof stringWidth | undefined;

/** `string-width` for `text/width.ts`: its expression of all emoji takes 3 ms to load, and few texts need it. */
export default (text: string): number => {
	// A bundled module is evaluated by its first require().
	loaded ??= (require('string-width') as {readonly default: typeof stringWidth}).default;
	return loaded(text);
};
