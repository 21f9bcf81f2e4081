/** True once this process has sent a byte of an upload. */
let sent = false;

/** Registers that this process has sent a byte of an upload, or may have. */
export function registerSent(): void {
	sent = true;
}

/** True once this process may have sent a byte of an upload. No later message may say that nothing was sent. */
export function hasSent(): boolean {
	return sent;
}

/** Forgets that a byte was sent. @forTests */
export function forgetSent(): void {
	sent = false;
}
