package org.lmskit.store.jdbc;

/** So much of a tail. */
record TailSize(int rows, int bytes) {
  /** Up to here a query reads what is fresh; beyond, the writer that comes to it spreads it. */
  static final TailSize LARGEST = new TailSize(128, 128 << 10);

  static final TailSize NONE = new TailSize(0, 0);

  TailSize plus(TailSize more) {
    return new TailSize(rows + more.rows, bytes + more.bytes);
  }

  boolean reaches(TailSize limit) {
    return rows >= limit.rows || bytes >= limit.bytes;
  }

  TailSize half() {
    return new TailSize(Math.max(1, rows / 2), Math.max(1, bytes / 2));
  }
}
