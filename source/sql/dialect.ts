/** How a warehouse writes names, texts and patterns. */
export type Dialect = {
	/** Quotes a name as an identifier. */
	identifier(name: string): string;
	/** Quotes a text as a literal. */
	literal(text: string): string;
	/** Returns an expression in lower case. */
	lower(expression: string): string;
	readonly like: LikeSyntax;
};

/** How a LIKE pattern marks a character that is no wildcard: with `!`, named by ESCAPE, or always with a backslash. */
type LikeSyntax = {readonly escapedBy: '!' | '\\'; readonly special: RegExp};

const escapeClause: LikeSyntax = {escapedBy: '!', special: /[%_!]/g};
const backslash: LikeSyntax = {escapedBy: '\\', special: /[%_\\]/g};

/** The dialect of the SQL standard: double quotes for names; a quote inside is doubled. */
export const standard: Dialect = {
	identifier: name => `"${name.replaceAll('"', '""')}"`,
	literal: text => `'${text.replaceAll("'", "''")}'`,
	lower: expression => `LOWER(${expression})`,
	like: escapeClause,
};

/** Doubles backslashes, which start an escape in the literals of the dialect. */
const withBackslashes = (literal: string): string => literal.replaceAll('\\', '\\\\');

/** The standard, where a backslash starts an escape in a literal. */
export const standardWithEscapes: Dialect = {
	...standard,
	literal: text => withBackslashes(standard.literal(text)),
};

/** Backticks for names, and a backslash before a quote inside a literal. */
export const backticks: Dialect = {
	identifier: name => `\`${name.replaceAll('`', '``')}\``,
	literal: text => `'${withBackslashes(text).replaceAll("'", "\\'")}'`,
	lower: standard.lower,
	like: escapeClause,
};

/** As with backticks, but LIKE has no ESCAPE. */
export const backticksAndBackslash: Dialect = {
	...backticks,
	identifier: name => `\`${withBackslashes(name).replaceAll('`', '\\`')}\``,
	like: backslash,
};

export const mysqlDialect: Dialect = {
	...backticks,
	literal: standardWithEscapes.literal,
};

/** Backslashes have no meaning in a literal with an `N`, which can have all characters. A bracket starts a set in a pattern. */
export const sqlServerDialect: Dialect = {
	...standard,
	identifier: name => `[${name.replaceAll(']', ']]')}]`,
	literal: text => `N${standard.literal(text)}`,
	like: {escapedBy: '!', special: /[%_![]/g},
};

/** Names have the collation "C", in which only ASCII letters have a lower case. */
export const postgresqlDialect: Dialect = {
	...standard,
	// Without E, the meaning of a backslash depends on a setting of the server.
	literal: text => (text.includes('\\') ? `E${standardWithEscapes.literal(text)}` : standard.literal(text)),
	lower: expression => `LOWER(${expression} COLLATE "default")`,
};

/** LOWER changes only ASCII letters. */
export const clickhouseDialect: Dialect = {...backticksAndBackslash, lower: expression => `lowerUTF8(${expression})`};
