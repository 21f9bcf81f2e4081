/** Words for true and false in English, German, French, Spanish, Portuguese, Italian and Dutch. */
const words = {
	true: [
		...['true', 'yes', 'y', 't', '1', '1.0', 'on'],
		...['wahr', 'ja', 'j', 'an', 'ein', 'vrai', 'oui', 'verdadero', 'cierto', 'sí', 'si', 'verdadeiro', 'sim'],
		...['vero', 'sì', 'waar', 'aan'],
	],
	false: [
		...['false', 'no', 'n', 'f', '0', '0.0', 'off'],
		...['falsch', 'nein', 'aus', 'faux', 'non', 'falso', 'não', 'nao', 'onwaar', 'nee', 'uit'],
	],
};

/** Types of tables, as warehouses write them. */
const tableTypes = {
	true: ['view', 'materialized view'],
	false: ['table', 'tbl', 'base table', 'external table'],
};

const meanings: ReadonlyMap<string, 'true' | 'false'> = new Map(
	(['true', 'false'] as const).flatMap(meaning =>
		[...words[meaning], ...tableTypes[meaning]].map(word => [word, meaning] as const),
	),
);

/** Returns the boolean that a word stands for: true, false, or whether a type of table is a view. */
export function booleanOf(text: string): 'true' | 'false' | undefined {
	return meanings.get(
		text
			.normalize('NFC')
			.toLowerCase()
			.replaceAll(/[\s_-]+/g, ' '),
	);
}
