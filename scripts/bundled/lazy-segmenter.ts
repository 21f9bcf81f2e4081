import {isSeparate} from '../../source/text/separate-characters.ts';

const Segmenter = Reflect.get(Intl, 'Segmenter') as typeof Intl.Segmenter;

/** The character that starts a style; it joins nothing. */
const allEscapes = /\u001B/g;

/**
Replaces `Intl.Segmenter` in the bundle: packages create one when they are loaded, which takes 10 ms, and most frames have only
texts that need none. This one is created for the first text that needs it.
*/
export class LazySegmenter {
	readonly #options: ConstructorParameters<typeof Intl.Segmenter>;
	readonly #isOfGraphemes: boolean;
	#segmenter: Intl.Segmenter | undefined;

	constructor(...options: ConstructorParameters<typeof Intl.Segmenter>) {
		this.#options = options;
		const [, {granularity = 'grapheme'} = {}] = options;
		this.#isOfGraphemes = granularity === 'grapheme';
	}

	segment(text: string): Intl.Segments {
		if (!this.#isOfGraphemes || !isSeparate(text.replace(allEscapes, ''))) return this.#segments(text);
		return {
			containing: index => this.#segments(text).containing(index),
			[Symbol.iterator]: () => codePoints(text),
		};
	}

	#segments(text: string): Intl.Segments {
		this.#segmenter ??= new Segmenter(...this.#options);
		return this.#segmenter.segment(text);
	}
}

function* codePoints(text: string): Generator<Intl.SegmentData, undefined> {
	let index = 0;
	for (const segment of text) {
		yield {segment, index, input: text};
		index += segment.length;
	}
}
