package org.lmskit.scorm.packaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.lmskit.model.Problem;

/** Writes ZIP files byte by byte, also such as no tool would write. */
final class TestZip {
  /** One entry: the central header may contradict the local one. */
  static final class Entry {
    byte[] name;
    byte[] content = {};
    int flags;
    int method = 8;
    int madeBy = 20;
    long externalAttributes;
    Long claimedSize;
    Long claimedCompressed;
    Long claimedCrc;
    boolean withoutLocal;
    byte[] extra = {};
    private byte[] packed = {};
    private int offset;
    private long crc;
  }

  private final List<Entry> entries = new ArrayList<>();
  private byte[] prefix = {};
  private byte[] comment = {};
  private boolean zip64;
  private byte[] sector = {};
  private boolean offsetsCountPrefix;

  TestZip file(String name, String content) {
    return file(name, content.getBytes(StandardCharsets.UTF_8));
  }

  TestZip file(String name, byte[] content) {
    Entry entry = new Entry();
    entry.name = name.getBytes(StandardCharsets.UTF_8);
    entry.flags = name.chars().anyMatch(c -> c > 0x7F) ? 0x800 : 0;
    entry.content = content;
    return entry(entry);
  }

  TestZip named(String name, Charset charset, String content) {
    Entry entry = new Entry();
    entry.name = name.getBytes(charset);
    entry.content = content.getBytes(StandardCharsets.UTF_8);
    return entry(entry);
  }

  TestZip entry(Entry entry) {
    entries.add(entry);
    return this;
  }

  TestZip last(Consumer<Entry> change) {
    change.accept(entries.get(entries.size() - 1));
    return this;
  }

  TestZip prefixed(String text) {
    prefix = text.getBytes(StandardCharsets.ISO_8859_1);
    return this;
  }

  /** The prefix is counted by all offsets. */
  TestZip counted() {
    offsetsCountPrefix = true;
    return this;
  }

  TestZip commented(byte[] text) {
    comment = text;
    return this;
  }

  /** The directory is found by the records of zip64. */
  TestZip zip64() {
    zip64 = true;
    return this;
  }

  /** As {@link #zip64()}, with an extensible data sector behind the end record. */
  TestZip zip64(byte[] dataSector) {
    sector = dataSector;
    return zip64();
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(prefix);
    int shift = offsetsCountPrefix ? 0 : prefix.length;
    for (Entry e : entries) {
      local(out, e, shift);
    }
    int start = out.size();
    entries.forEach(e -> central(out, e));
    int size = out.size() - start;
    int offset = start - shift;
    if (zip64) {
      end64(out, size, offset);
    }
    le(out, 0x06054b50, 4);
    le(out, 0, 4);
    le(out, zip64 ? 0xFFFF : entries.size(), 2);
    le(out, zip64 ? 0xFFFF : entries.size(), 2);
    le(out, zip64 ? 0xFFFFFFFFL : size, 4);
    le(out, zip64 ? 0xFFFFFFFFL : offset, 4);
    le(out, comment.length, 2);
    out.writeBytes(comment);
    return out.toByteArray();
  }

  private void end64(ByteArrayOutputStream out, int size, int offset) {
    le(out, 0x06064b50, 4);
    le(out, 44 + sector.length, 8);
    le(out, 45, 2);
    le(out, 45, 2);
    le(out, 0, 8);
    le(out, entries.size(), 8);
    le(out, entries.size(), 8);
    le(out, size, 8);
    le(out, offset, 8);
    out.writeBytes(sector);
    le(out, 0x07064b50, 4);
    le(out, 0, 4);
    le(out, offset + size, 8);
    le(out, 1, 4);
  }

  Path write(Path folder) {
    return write(folder, bytes());
  }

  static Path write(Path folder, byte[] bytes) {
    try {
      return Files.write(Files.createTempFile(folder, "package", ".zip"), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PackageInspection inspect(Path folder) {
    return inspect(folder, PackageOptions.DEFAULT);
  }

  PackageInspection inspect(Path folder, PackageOptions options) {
    return PackageInspection.of(write(folder), options);
  }

  static List<String> codes(PackageInspection inspection) {
    return inspection.problems().stream().map(Problem::code).toList();
  }

  private void local(ByteArrayOutputStream out, Entry e, int shift) {
    if (e.withoutLocal) {
      e.packed = entries.get(0).packed;
      e.offset = entries.get(0).offset;
      e.crc = entries.get(0).crc;
      return;
    }
    e.offset = out.size() - shift;
    e.packed = e.method == 8 ? deflate(e.content) : e.content;
    CRC32 crc = new CRC32();
    crc.update(e.content);
    e.crc = crc.getValue();
    boolean streamed = (e.flags & 8) != 0;
    le(out, 0x04034b50, 4);
    le(out, 20, 2);
    le(out, e.flags, 2);
    le(out, e.method, 2);
    le(out, 0, 4);
    le(out, streamed ? 0 : e.crc, 4);
    le(out, streamed ? 0 : e.packed.length, 4);
    le(out, streamed ? 0 : e.content.length, 4);
    le(out, e.name.length, 2);
    le(out, e.extra.length, 2);
    out.writeBytes(e.name);
    out.writeBytes(e.extra);
    out.writeBytes(e.packed);
    if (streamed) {
      le(out, 0x08074b50, 4);
      le(out, e.crc, 4);
      le(out, e.packed.length, 4);
      le(out, e.content.length, 4);
    }
  }

  private void central(ByteArrayOutputStream out, Entry e) {
    le(out, 0x02014b50, 4);
    le(out, e.madeBy, 2);
    le(out, 20, 2);
    le(out, e.flags, 2);
    le(out, e.method, 2);
    le(out, 0, 4);
    le(out, e.claimedCrc == null ? e.crc : e.claimedCrc, 4);
    le(out, e.claimedCompressed == null ? e.packed.length : e.claimedCompressed, 4);
    le(out, e.claimedSize == null ? e.content.length : e.claimedSize, 4);
    le(out, e.name.length, 2);
    le(out, e.extra.length, 2);
    le(out, 0, 2);
    le(out, 0, 4);
    le(out, e.externalAttributes, 4);
    le(out, e.offset, 4);
    out.writeBytes(e.name);
    out.writeBytes(e.extra);
  }

  private static byte[] deflate(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflated = new DeflaterOutputStream(out, new Deflater(9, true))) {
      deflated.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void le(ByteArrayOutputStream out, long value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write((int) (value >>> (8 * i)));
    }
  }
}
