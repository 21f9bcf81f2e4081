import {looksLikeWindows1252} from '../../bytes/windows-1252.ts';
import type {RowRule} from './row-rule.ts';

const example = 'col_name,col_description,database,schema,name\nid,Clé de la commande,shop,sales,orders\n';

export const encodingError: RowRule = {
	code: 'encoding-error',
	isBroken: ({utf8}) => utf8 === 'invalid',
	message: ({reader}) =>
		looksLikeWindows1252(reader.bytes)
			? 'The row has bytes that are not UTF-8. They look like Windows-1252. Read the file with --encoding windows-1252.'
			: 'The row has bytes that are neither UTF-8 nor Windows-1252. Export the file again as UTF-8.',
	fixes: [],
	page: {
		meaning: 'The file, or a row of it, is not written in UTF-8.',
		reason:
			'Which encodings Secoda reads is not documented; UTF-8 is safe. In another one, accents and other letters could be wrong on the pages.',
		example: {text: example, bytes: () => Buffer.from(example, 'latin1')},
		fixes: [
			{
				kind: 'option',
				text: 'Name the encoding: windows-1252, utf-16le or utf-16be. The file itself does not change; what is sent is UTF-8. The app offers this on opening.',
				options: ['--encoding', 'windows-1252'],
			},
			{kind: 'edit', text: 'Export the file again as UTF-8.', fixed: example},
		],
	},
};
