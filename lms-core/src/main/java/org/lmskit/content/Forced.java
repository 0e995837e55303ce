package org.lmskit.content;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Makes what was written outlive a crash of the machine. */
interface Forced {
  /** On the disk, where the platform can force directories: Windows cannot open one. */
  Forced ON_DISK = new Forced() {
    @Override
    public void file(Path file) throws IOException {
      force(file, StandardOpenOption.WRITE);
    }

    @Override
    public void directory(Path directory) throws IOException {
      if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        force(directory, StandardOpenOption.READ);
      }
    }

    private void force(Path path, StandardOpenOption option) throws IOException {
      try (FileChannel channel = FileChannel.open(path, option)) {
        channel.force(true);
      }
    }
  };

  /** The bytes of a file. */
  void file(Path file) throws IOException;

  /** What was made, renamed or removed in a directory. */
  void directory(Path directory) throws IOException;
}
