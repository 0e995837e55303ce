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
 * Opens the entries of an archive. It inflates them with one inflater in large steps through one buffer:
 * for the many small files of a package a new one each time, fed by 512 bytes, costs more than the inflating.
 */
final class EntryReader implements AutoCloseable {
  private static final int STEP = 1 << 15;

  private final ZipFile zip;
  private @Nullable Bench idle;

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
    Bench bench = idle == null ? new Bench(new Inflater(true), new byte[STEP]) : idle;
    idle = null;
    return new Inflated(zip.getRawInputStream(entry), bench);
  }

  @Override
  public void close() {
    if (idle != null) {
      idle.inflater.end();
      idle = null;
    }
  }

  /** What one entry at a time is inflated with. */
  private record Bench(Inflater inflater, byte[] packed) {}

  /** Gives its bench back when it is closed. */
  private final class Inflated extends InflaterInputStream {
    private final Bench bench;
    private boolean closed;
    private boolean padded;

    Inflated(InputStream packed, Bench bench) {
      super(packed, bench.inflater, 1);
      this.bench = bench;
      this.buf = bench.packed;
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
        idle = bench;
      } else {
        inf.end();
      }
    }
  }
}
