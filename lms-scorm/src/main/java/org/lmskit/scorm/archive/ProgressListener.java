package org.lmskit.scorm.archive;

/**
 * Hears how far the reading of a package is. Called on the reading thread; should return at once. What
 * it throws ends the reading: an import then leaves nothing, so that a host may cancel it.
 */
@FunctionalInterface
public interface ProgressListener {
  /**
   * So much was read.
   *
   * @param file the file that is being read
   * @param bytes unpacked bytes of the package read so far, growing
   * @param totalBytes unpacked bytes of the package as its directory says; a damaged archive may lie
   */
  void read(String file, long bytes, long totalBytes);

  /** Hears nothing. */
  static ProgressListener none() {
    return (file, bytes, totalBytes) -> {};
  }
}
