import {fileURLToPath} from 'node:url';
import type {Plugin} from 'esbuild';

/** A module that the bundle has in the place of one that packages import. */
type Replacement = {
	/** The imported module, and the end of the path of the modules that import it. */
	readonly imported: RegExp;
	readonly importedBy: RegExp;
	readonly by: string;
};

/** The functions in which Ink spends most of a frame, with the same results in less time. */
const table: readonly Replacement[] = [
	{imported: /^string-width$/, importedBy: /\/node_modules\//, by: 'string-width.ts'},
	{imported: /^string-width$/, importedBy: /\/source\/text\/width\.ts$/, by: 'lazy-string-width.ts'},
	{imported: /^\.\/output\.js$/, importedBy: /\/node_modules\/ink\/build\/renderer\.js$/, by: 'ink-output.ts'},
	{
		imported: /^\.\/line-update\.js$/,
		importedBy: /\/node_modules\/ink\/build\/log-update\.js$/,
		by: 'ink-line-update.ts',
	},
	// Ink asks for the devtools only when DEV=true; the bundle has none.
	{imported: /^react-devtools-core$/, importedBy: /\/node_modules\/ink\//, by: 'no-devtools.ts'},
];

/** Makes the replacements, and fails if one is not used any more: a package has changed then. */
export const replacements: Plugin = {
	name: 'replacements',
	setup({onResolve, onEnd}) {
		const used = new Set<Replacement>();
		for (const replacement of table) {
			onResolve({filter: replacement.imported}, ({importer}) => {
				if (!replacement.importedBy.test(importer.replaceAll('\\', '/'))) return undefined;
				used.add(replacement);
				return {path: fileURLToPath(new URL(replacement.by, import.meta.url))};
			});
		}

		onEnd(() => ({
			errors: table
				.filter(replacement => !used.has(replacement))
				.map(({imported}) => ({
					text: `No package imports ${imported} any more: adapt scripts/bundled/replacements.ts.`,
				})),
		}));
	},
};
