package org.lmskit.scorm.archive;

import java.util.Optional;

/** The files that a package has, by their paths relative to its root. */
public interface FileNames {
  /** Whether there is exactly this path. */
  boolean contains(String path);

  /** The path that differs from this one at most in case or in the composition of accents. */
  Optional<String> findSimilar(String path);

  /** The content of a small file, such as metadata; empty if it is not there or too large. */
  Optional<byte[]> read(String path);

  /** Whether an operating system left the file behind: such files are no part of a package. */
  static boolean isLeftBehind(String path) {
    return EntryName.isLitter(path);
  }

  /** Pretends that every file is there, and that none can be read: for a manifest that is read without its package. */
  static FileNames any() {
    return new FileNames() {
      @Override
      public boolean contains(String path) {
        return true;
      }

      @Override
      public Optional<String> findSimilar(String path) {
        return Optional.of(path);
      }

      @Override
      public Optional<byte[]> read(String path) {
        return Optional.empty();
      }
    };
  }
}
