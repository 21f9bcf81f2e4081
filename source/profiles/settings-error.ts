/** Settings that cannot be read or written. Nothing of them is erased. */
export class SettingsError extends Error {
	override readonly name = 'SettingsError';
	readonly next: string;

	constructor(message: string, next: string, cause?: unknown) {
		super(message, cause === undefined ? undefined : {cause});
		this.next = next;
	}
}
