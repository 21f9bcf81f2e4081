import {posix, sep} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Node, SourceFile} from 'typescript/unstable/ast';
import {API, type Checker} from 'typescript/unstable/sync';

const root = fileURLToPath(new URL('../../', import.meta.url)).replaceAll(sep, '/');

/**
The code of this project as the compiler sees it, for rules that the linter does not have. TypeScript calls the interface
unstable: a new version may want changes here and in test/code-rules.test.ts.
*/
export class TypedCode {
	/** Every file by its path in the project. */
	readonly files: ReadonlyMap<string, SourceFile>;
	readonly checker: Checker;
	readonly #api: API;

	constructor() {
		this.#api = new API({cwd: root});
		const [project] = this.#api.updateSnapshot({openProject: `${root}tsconfig.json`}).getProjects();
		if (project === undefined) throw new Error('tsconfig.json was not found');
		const {program, checker} = project;
		const own = program.getSourceFileNames().filter(name => name.startsWith(root) && !name.includes('/node_modules/'));
		this.files = new Map(
			own.flatMap(name => {
				const file = program.getSourceFile(name);
				return file === undefined || file.isDeclarationFile ? [] : [[name.slice(root.length), file] as const];
			}),
		);
		this.checker = checker;
	}

	close(): void {
		this.#api.close();
	}

	/** Returns every node of the files whose paths start so, each behind the one that it is in. */
	*nodes(folder = ''): Generator<Node, void, void> {
		for (const [path, file] of this.files) if (path.startsWith(folder)) yield* nodesIn(file);
	}
}

/** Returns a node and everything in it. */
export function nodesIn(node: Node): Node[] {
	const found = [node];
	node.forEachChild(child => {
		found.push(...nodesIn(child));
	});
	return found;
}

/** Returns where a node begins, such as `source/main.ts:12`. */
export function placeOf(node: Node): string {
	const {fileName, text} = node.getSourceFile();
	return `${fileName.slice(root.length)}:${text.slice(0, node.getStart()).split('\n').length}`;
}

/** Returns the file of the project that a relative import leads to. */
export function importedFile(from: SourceFile, specifier: string): string | undefined {
	return specifier.startsWith('.') ? posix.join(posix.dirname(from.fileName.slice(root.length)), specifier) : undefined;
}
