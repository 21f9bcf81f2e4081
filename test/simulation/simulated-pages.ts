import type {FileKind} from '../../source/kinds/file-kind.ts';
import type {PageType, SandboxPage} from '../../source/sandbox/model.ts';
import type {SandboxSwitches} from '../../source/sandbox/switches.ts';
import type {Importer} from '../../source/sandbox/sync.ts';
import type {Content, PageName} from './world.ts';

/** A file of an upload. */
export type SimulatedPart = {readonly kind: FileKind; readonly name: string; readonly bytes: Buffer};

/** How a kind of upload describes pages. */
export type SimulatedPages = {
	/** The types of pages that the program compares. */
	readonly judged: ReadonlySet<PageType>;
	typeOf(name: PageName): PageType;
	/** The page that contains a page; `undefined` if the content does not have it. */
	parentOf(name: PageName, pages: ReadonlySet<PageName>): PageName | undefined;
	/** Returns the pages that an upload can create besides its own. */
	implied(pages: readonly PageName[]): readonly PageName[];
	nameOf(page: Pick<SandboxPage, 'databuilderId'>): PageName;
	partsOf(content: Content): readonly [SimulatedPart, ...SimulatedPart[]];
	/** Returns the full name of the page, as plans show it. */
	fullName(name: PageName): readonly string[];
	importerOf(content: Content, switches: SandboxSwitches): Importer;
};
