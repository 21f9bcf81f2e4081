import type {Clock} from '../clock.ts';
import {wrap} from '../text/fit.ts';
import type {Frame} from './frame.ts';
import type {Screen} from './screen.ts';
import {drawForm} from './screens/form/draw.ts';
import {drawHome} from './screens/home/draw.ts';
import {drawJob} from './screens/job/draw-job.ts';
import {drawLineage} from './screens/lineage/draw.ts';
import {drawMapping} from './screens/mapping/draw.ts';
import {drawPlan} from './screens/plan/draw.ts';
import {drawReview} from './screens/review/draw.ts';
import {isTooSmall, minimumSize, type Size} from './size.ts';
import type {Paint} from './theme.ts';

/** Draws the current state of a screen for a window of this size. */
export function drawScreen(screen: Screen, size: Size, clock: Clock, paint: Paint): Frame {
	if (isTooSmall(size)) return drawTooSmall(size);
	switch (screen.name) {
		case 'blank':
			return {lines: [], keys: ''};
		case 'home':
			return drawHome(screen.store.get(), size, clock.now(), paint);
		case 'form':
			return drawForm(screen.store.get(), size, paint);
		case 'review':
			return drawReview(screen.store.get(), screen.context, paint);
		case 'lineage':
			return drawLineage(screen.store.get(), screen.context, size, paint);
		case 'mapping':
			return drawMapping(screen.store.get(), screen.context, size, paint);
		case 'plan':
			return drawPlan(screen.store.get(), screen.context, size, paint);
		case 'job':
			return drawJob(screen.store.get(), {unsaved: screen.hasUnsavedEdits(), backTo: screen.backTo}, size, paint);
	}
}

function drawTooSmall({columns, rows}: Size): Frame {
	const text = `This window is ${columns}x${rows}. Enlarge it to at least ${minimumSize.columns}x${minimumSize.rows}; nothing is lost.`;
	const lines = wrap(text, columns, rows);
	// In a window of few lines, the text also takes the line of the keys.
	return {lines: lines.slice(0, rows - 1), keys: lines[rows - 1] ?? ''};
}
