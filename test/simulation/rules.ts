const rules = [
	'false "confirmed"',
	'false "accepted"',
	'false "unchanged"',
	'false "nothing was sent"',
	'false "nothing was accepted"',
	'sent twice',
	'hidden without approval',
	'page with an owner hidden without approval',
	'wrong exit code',
	'wrong history',
	'bug',
] as const;

/** A rule that no run may break. */
export type Rule = (typeof rules)[number];

/** A rule that a run broke, and how. */
export type Violation = {readonly rule: Rule; readonly what: string};
