/** How files of a kind are sent together with a file of another kind, as the two parts of one upload. */
export type Pairing = {
	/** The name of the other kind, whose pairing names this one. */
	readonly kind: string;
	/** The place of this kind among the parts. Files of the second kind can refer to ids of the first. */
	readonly place: 'first' | 'second';
	/** The usual names of files of this kind: one of them beside a file of the other kind belongs to it. */
	readonly fileNames: readonly string[];
};
