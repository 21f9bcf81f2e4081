/** The reason why an upload cannot be imported. */
export class ImportError extends Error {
	override readonly name = 'ImportError';
	/** The part of the form that has the problem, if the form can have several. */
	readonly part: string | undefined;

	constructor(message: string, part?: string) {
		super(message);
		this.part = part;
	}
}
