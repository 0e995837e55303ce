package org.lmskit.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.lmskit.model.Sha256;

/**
 * Appends entries to a log. It keeps only the unfinished tile of each level, so memory does not grow with the log; what
 * to store is taken with {@link #takeTiles()}. One appender serves one thread.
 */
public final class TreeAppender {
  private final MerkleHash hash = new MerkleHash();
  private final List<Edge> edges = new ArrayList<>();
  private List<Tile> full = new ArrayList<>();
  private long size;

  private TreeAppender(long size) {
    this.size = size;
  }

  /** Begins a log. */
  public static TreeAppender empty() {
    return new TreeAppender(0);
  }

  /**
   * Goes on with a log whose tiles were stored.
   *
   * @throws IllegalArgumentException if the size is negative
   * @throws org.lmskit.model.NotFoundException if a tile is missing
   */
  public static TreeAppender resume(TileSource tiles, long size) {
    if (size < 0) {
      throw new IllegalArgumentException("a log has 0 or more entries, not " + size);
    }
    TreeAppender appender = new TreeAppender(size);
    long atLevel = size;
    for (int level = 0; atLevel > 0; level++) {
      int width = (int) (atLevel % TileId.WIDTH);
      Edge edge = new Edge(level, atLevel / TileId.WIDTH);
      if (width > 0) {
        edge.load(tiles.read(new TileId(level, edge.index), width), width);
      }
      appender.edges.add(edge);
      atLevel /= TileId.WIDTH;
    }
    return appender;
  }

  /** How many entries the log has now. */
  public long size() {
    return size;
  }

  /** Appends one entry, byte for byte. */
  public void append(byte[] entry) {
    add(0, hash.leaf(entry));
    size++;
  }

  /** Appends entries in their order. */
  public void appendAll(Collection<byte[]> entries) {
    entries.forEach(this::append);
  }

  /** The head of the log as it is now. */
  public TreeHead head() {
    if (size == 0) {
      return TreeHead.EMPTY;
    }
    byte[] root = new byte[0];
    for (Edge edge : edges) {
      for (int bit = 1; bit <= edge.width; bit <<= 1) {
        if ((edge.width & bit) != 0) {
          byte[] peak = hash.perfect(edge.hashes, edge.width & -(bit << 1), bit);
          root = root.length == 0 ? peak : hash.node(peak, root);
        }
      }
    }
    return new TreeHead(size, new Sha256(HexFormat.of().formatHex(root)));
  }

  /**
   * The tiles that were begun, grown or filled since the last call, each as it is now. Storing them all, and the size
   * with them, makes the log resumable.
   */
  public List<Tile> takeTiles() {
    List<Tile> taken = full;
    full = new ArrayList<>();
    for (Edge edge : edges) {
      if (edge.changed) {
        taken.add(edge.tile());
        edge.changed = false;
      }
    }
    return List.copyOf(taken);
  }

  private void add(int level, byte[] root) {
    if (level == edges.size()) {
      edges.add(new Edge(level, 0));
    }
    Edge edge = edges.get(level);
    edge.add(root);
    if (edge.width == TileId.WIDTH) {
      full.add(edge.tile());
      byte[] above = hash.perfect(edge.hashes, 0, TileId.WIDTH);
      edge.next();
      add(level + 1, above);
    }
  }

  /** The unfinished tile of one level. */
  private static final class Edge {
    private final int level;
    private final byte[] hashes = new byte[TileId.WIDTH * MerkleHash.LENGTH];
    private long index;
    private int width;
    private boolean changed;

    Edge(int level, long index) {
      this.level = level;
      this.index = index;
    }

    void load(byte[] tile, int count) {
      System.arraycopy(tile, 0, hashes, 0, count * MerkleHash.LENGTH);
      width = count;
    }

    void add(byte[] root) {
      System.arraycopy(root, 0, hashes, width * MerkleHash.LENGTH, MerkleHash.LENGTH);
      width++;
      changed = true;
    }

    void next() {
      index++;
      width = 0;
      changed = false;
    }

    Tile tile() {
      return new Tile(new TileId(level, index), Arrays.copyOf(hashes, width * MerkleHash.LENGTH));
    }
  }
}
