const Segmenter = Reflect.get(Intl, 'Segmenter') as typeof Intl.Segmenter;

/**
Replaces `Intl.Segmenter` in the bundle: packages create one when they are loaded, which takes 10 ms, and most frames never use
it. This one is created at its first use.
*/
export class LazySegmenter {
	readonly #options: ConstructorParameters<typeof Intl.Segmenter>;
	#segmenter: Intl.Segmenter | undefined;

	constructor(...options: ConstructorParameters<typeof Intl.Segmenter>) {
		this.#options = options;
	}

	segment(text: string): Intl.Segments {
		this.#segmenter ??= new Segmenter(...this.#options);
		return this.#segmenter.segment(text);
	}
}
