package org.lmskit.scorm.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.jspecify.annotations.Nullable;

/**
 * Opens the entries of an archive. It inflates them with one inflater in large steps: for the many small
 * files of a package a new one each time, fed by 512 bytes, costs more than the inflating.
 */
final class EntryReader implements AutoCloseable {
  private static final int STEP = 1 << 15;

  private final ZipFile zip;
  private @Nullable Inflater idle;

  EntryReader(ZipFile zip) {
    this.zip = zip;
  }

  /** The unpacked bytes of an entry. */
  InputStream open(ZipArchiveEntry entry) throws IOException {
    if (entry.getMethod() == ZipMethod.STORED.getCode()) {
      return zip.getRawInputStream(entry);
    }
    if (entry.getMethod() != ZipMethod.DEFLATED.getCode()) {
      return zip.getInputStream(entry);
    }
    Inflater inflater = idle == null ? new Inflater(true) : idle;
    idle = null;
    int step = (int) Math.max(1, Math.min(entry.getCompressedSize(), STEP));
    return new Inflated(zip.getRawInputStream(entry), inflater, step);
  }

  @Override
  public void close() {
    if (idle != null) {
      idle.end();
      idle = null;
    }
  }

  /** Gives its inflater back when it is closed. */
  private final class Inflated extends InflaterInputStream {
    private boolean closed;
    private boolean padded;

    Inflated(InputStream packed, Inflater inflater, int step) {
      super(packed, inflater, step);
    }

    /** The inflater may ask for one byte behind the end; see {@link Inflater#Inflater(boolean)}. */
    @Override
    protected void fill() throws IOException {
      len = in.read(buf, 0, buf.length);
      if (len < 0 && !padded) {
        padded = true;
        buf[0] = 0;
        len = 1;
      }
      if (len < 0) {
        throw new IOException("its packed data ends too early");
      }
      inf.setInput(buf, 0, len);
    }

    @Override
    public void close() throws IOException {
      if (closed) {
        return;
      }
      closed = true;
      super.close();
      inf.reset();
      if (idle == null) {
        idle = inf;
      } else {
        inf.end();
      }
    }
  }
}
