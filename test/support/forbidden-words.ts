/** Words that read like a translation, as regular expressions, and what to write instead. */
export type ForbiddenWord = {readonly pattern: string; readonly instead: string};

export const forbiddenWords: readonly ForbiddenWord[] = [
	{
		pattern: 'anew|thereby|wherein|thereof|whence|hereby|hence|thus|whoever|whichever|beforehand',
		instead: 'plain words, such as again, by, in which, so',
	},
	{pattern: 'is none|is no (?:success|evidence|longer one)', instead: 'there is no …, is not a …'},
	{pattern: '(?:is|are|be|was|were|been) told|told so|told|tells?(?! apart)', instead: 'report, show, print'},
	{
		pattern: 'taken? (?:away|back)|takes back|taking back|put back|puts back|do(?:es|ne|ing)? again|throw(?:n|s)? away',
		instead: 'undo, redo, discard, remove, restore',
	},
	{pattern: 'leaves? out|left out|leaving out', instead: 'skip, omit'},
	{
		pattern: 'stands? in|stands there|stands still|as it stands|stand (?:in|there|beside)',
		instead: 'is in, is, current',
	},
	{pattern: 'who goes|who asks|who has|who wants|who quits', instead: 'the user …'},
	{pattern: 'makes? small', instead: 'lower-cases'},
	{pattern: 'doors?', instead: 'start option, API'},
	{pattern: 'a picture of|full picture', instead: 'snapshot, complete list'},
	{pattern: 'witness', instead: 'evidence'},
	{pattern: 'in turns', instead: 'alternately'},
	{pattern: 'by itself|of itself', instead: 'automatically, alone'},
	{pattern: 'a stop for safety', instead: 'safety stop'},
	{pattern: 'read so|sent so|it be so|be so', instead: 'read it as …'},
	{pattern: 'mend(?:s|ed|ing)?', instead: 'fix, repair'},
	{pattern: 'at stake|atStake', instead: 'unsaved'},
	{pattern: 'errands?|manners|surroundings|riddle', instead: 'the standard term: task, options, context'},
	{pattern: 'hangs? on|held against|what came of|came of it', instead: 'depends on, compared with, result of'},
	{
		pattern: 'a person says|the person says|be spoken|says no|says so|say so|be said|is said|was said',
		instead: 'the user sets, specifies; reports',
	},
	{pattern: 'once more|one after the other|one by one', instead: 'again, in sequence'},
	{pattern: 'goes on with|go on with|goes on behind', instead: 'continues'},
	{pattern: 'nothing is left|is left to do', instead: 'No action needed'},
	{pattern: 'in the wa(?:y) of|a way of its own', instead: 'block'},
	{pattern: 'must be known|may stand|must have been', instead: 'plain words'},
	{pattern: 'the other side|on the way|under way|makes? sense of', instead: 'server, in progress'},
	{pattern: 'whose (?:token|it is) it is', instead: 'the owner'},
	{pattern: 'a word that|a word for', instead: 'term'},
];

/** Ways to start a doc comment that hide the standard term. */
export const forbiddenStart = {
	pattern: '/\\*\\*\\s+(?:Whether|What|Who|Whose|Says|Answers|Tells|How much is)\\b',
	instead: 'Returns …, Parses …, True if …, The …',
} as const;
