/**
Where each record of a file starts. Rows are counted as a spreadsheet does: the header is row 1.
Eight bytes a record, so that a file of a million rows costs 8 MB and no objects.
*/
export class RecordIndex {
	#starts = new Float64Array(1024);
	#count = 0;
	#end = 0;

	/** The number of the last row; 0 while there is none. */
	get lastRow(): number {
		return this.#count;
	}

	add(start: number): void {
		if (this.#count === this.#starts.length) {
			const wider = new Float64Array(this.#starts.length * 2);
			wider.set(this.#starts);
			this.#starts = wider;
		}

		this.#starts[this.#count++] = start;
	}

	/** Forgets the records that start behind `offset`. */
	dropAfter(offset: number): void {
		while (this.#count > 0 && this.start(this.#count) > offset) this.#count--;
	}

	/** Says where the last record ends. A record of no bytes at the end of the file is none. */
	close(end: number): void {
		this.#end = end;
		if (this.#count > 0 && this.start(this.#count) === end) this.#count--;
	}

	/** The offset of a row's first byte. */
	start(row: number): number {
		const start = row >= 1 && row <= this.#count ? this.#starts[row - 1] : undefined;
		if (start === undefined) throw new RangeError(`row ${row} is outside 1 to ${this.#count}`);
		return start;
	}

	/** The offset behind a row's last byte, its line end included. */
	end(row: number): number {
		return row === this.#count ? this.#end : this.start(row + 1);
	}

	/** The row that holds the byte at `offset`. */
	rowAt(offset: number): number {
		let low = 1;
		let high = this.#count;
		while (low < high) {
			const middle = Math.ceil((low + high) / 2);
			if (this.start(middle) <= offset) low = middle;
			else high = middle - 1;
		}

		return low;
	}
}
