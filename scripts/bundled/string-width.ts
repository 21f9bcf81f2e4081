import {width} from '../../source/text/width.ts';

/** `string-width` for the packages in the bundle: the same widths as on the screens, without measuring a line twice. */
export default (text: string): number => width(text);
