package org.lmskit.scorm.archive;

/** What all files of one archive may unpack to together. */
final class Budget {
  private final long limit;
  private final long expected;
  private final ProgressListener listener;
  private long spent;

  Budget(long limit, long expected, ProgressListener listener) {
    this.limit = limit;
    this.expected = expected;
    this.listener = listener;
  }

  /** Counts bytes that were not counted before; false if they are too many. */
  boolean spend(String file, long bytes) {
    spent += bytes;
    if (spent > limit) {
      return false;
    }
    listener.read(file, spent, expected);
    return true;
  }
}
