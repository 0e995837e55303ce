package org.lmskit.scorm.archive;

/**
 * How much an archive may unpack to. Checked against what is really inflated, never only against
 * what the headers say.
 *
 * @param maxEntries entries of the archive, folders included; at least 1
 * @param maxTotalBytes unpacked bytes of all files; at least 1
 * @param maxEntryBytes unpacked bytes of one file; at least 1
 * @param maxRatio how many times its packed size a file may grow to; at least 1
 * @param ratioFreeBytes a file is never refused for its ratio below this unpacked size
 * @param maxManifestBytes size of the manifest and of each metadata file, which are read into memory;
 *     at least 1
 * @param maxPathLength characters of an entry's path; at least 1
 */
public record ArchiveLimits(
    int maxEntries,
    long maxTotalBytes,
    long maxEntryBytes,
    int maxRatio,
    long ratioFreeBytes,
    int maxManifestBytes,
    int maxPathLength) {
  /**
   * 50,000 entries, 16 GiB unpacked, 8 GiB a file, 200 times the packed size above 16 MiB, a manifest
   * of 32 MiB, paths of 1,024 characters.
   */
  public static final ArchiveLimits DEFAULT =
      new ArchiveLimits(50_000, 16L << 30, 8L << 30, 200, 16L << 20, 32 << 20, 1_024);

  /** @throws IllegalArgumentException if a limit is below its least value */
  public ArchiveLimits {
    atLeastOne("maxEntries", maxEntries);
    atLeastOne("maxTotalBytes", maxTotalBytes);
    atLeastOne("maxEntryBytes", maxEntryBytes);
    atLeastOne("maxRatio", maxRatio);
    atLeastOne("maxManifestBytes", maxManifestBytes);
    atLeastOne("maxPathLength", maxPathLength);
    if (ratioFreeBytes < 0) {
      throw new IllegalArgumentException("ratioFreeBytes below 0: " + ratioFreeBytes);
    }
  }

  /** The same with another number of entries. */
  public ArchiveLimits withMaxEntries(int entries) {
    return new ArchiveLimits(
        entries,
        maxTotalBytes,
        maxEntryBytes,
        maxRatio,
        ratioFreeBytes,
        maxManifestBytes,
        maxPathLength);
  }

  /** The same with another total of unpacked bytes. */
  public ArchiveLimits withMaxTotalBytes(long bytes) {
    return new ArchiveLimits(
        maxEntries,
        bytes,
        maxEntryBytes,
        maxRatio,
        ratioFreeBytes,
        maxManifestBytes,
        maxPathLength);
  }

  /** The same with another size of a file. */
  public ArchiveLimits withMaxEntryBytes(long bytes) {
    return new ArchiveLimits(
        maxEntries,
        maxTotalBytes,
        bytes,
        maxRatio,
        ratioFreeBytes,
        maxManifestBytes,
        maxPathLength);
  }

  /** The same with another ratio, which counts above so many unpacked bytes. */
  public ArchiveLimits withMaxRatio(int ratio, long freeBytes) {
    return new ArchiveLimits(
        maxEntries,
        maxTotalBytes,
        maxEntryBytes,
        ratio,
        freeBytes,
        maxManifestBytes,
        maxPathLength);
  }

  /** The same with another size of the manifest. */
  public ArchiveLimits withMaxManifestBytes(int bytes) {
    return new ArchiveLimits(
        maxEntries, maxTotalBytes, maxEntryBytes, maxRatio, ratioFreeBytes, bytes, maxPathLength);
  }

  private static void atLeastOne(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " below 1: " + value);
    }
  }
}
