package org.lmskit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promised speeds, with tiles in files. */
@Tag("long")
class LedgerSpeedTest {
  private static final int ENTRIES = 10_000_000;

  @Test
  void a_proof_from_ten_million_entries_takes_less_than_5_ms_and_sealing_100_000_a_cpu_second(
      @TempDir Path folder) {
    TreeAppender appender = TreeAppender.empty();
    byte[] entry = new byte[300];
    long cpu = cpu();
    for (int i = 0; i < ENTRIES; i++) {
      entry[0] = (byte) i;
      entry[1] = (byte) (i >> 8);
      entry[2] = (byte) (i >> 16);
      appender.append(entry);
      if (i % 100_000 == 99_999) {
        appender.takeTiles().forEach(tile -> write(folder, tile));
      }
    }
    double perSecond = ENTRIES / ((cpu() - cpu) / 1e9);
    MerkleTree tree = MerkleTree.of((tile, width) -> read(folder, tile, width), ENTRIES);
    TreeHead head = tree.head();
    assertThat(head).isEqualTo(appender.head());

    double[] millis = new double[1_000];
    for (int i = 0; i < millis.length; i++) {
      long index = (i * 7_919_317L) % ENTRIES;
      long from = cpu();
      InclusionProof proof = tree.inclusionProof(index);
      millis[i] = (cpu() - from) / 1e6;
      byte[] proven = entry.clone();
      proven[0] = (byte) index;
      proven[1] = (byte) (index >> 8);
      proven[2] = (byte) (index >> 16);
      assertThat(proof.verifies(proven, head)).isTrue();
    }
    Arrays.sort(millis);

    System.out.printf(
        "sealed %.0f/s, CPU of a proof p50 %.3f ms, p99 %.3f ms%n",
        perSecond, millis[500], millis[990]);
    assertThat(perSecond).isGreaterThan(100_000);
    assertThat(millis[990]).isLessThan(5);
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** One file a level; a tile is always 8,192 bytes of it, the last one may be shorter. */
  private static void write(Path folder, Tile tile) {
    try (RandomAccessFile file = new RandomAccessFile(path(folder, tile.id()), "rw")) {
      file.seek(tile.id().index() * 8_192);
      file.write(tile.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Path folder, TileId tile, int width) {
    try (RandomAccessFile file = new RandomAccessFile(path(folder, tile), "r")) {
      byte[] bytes = new byte[width * 32];
      file.seek(tile.index() * 8_192);
      file.readFully(bytes);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static File path(Path folder, TileId tile) {
    return folder.resolve("level-" + tile.level()).toFile();
  }
}
