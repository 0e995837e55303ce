package org.lmskit.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.lmskit.model.Sha256;

/**
 * A log of a given size, read through its tiles: any tree head up to that size, and its proofs. A proof of a log of
 * millions of entries reads a handful of tiles.
 */
public final class MerkleTree {
  private final TileSource tiles;
  private final long size;

  private MerkleTree(TileSource tiles, long size) {
    this.tiles = tiles;
    this.size = size;
  }

  /**
   * The log of the first {@code size} entries.
   *
   * @throws IllegalArgumentException if the size is negative
   */
  public static MerkleTree of(TileSource tiles, long size) {
    if (size < 0) {
      throw new IllegalArgumentException("a log has 0 or more entries, not " + size);
    }
    return new MerkleTree(tiles, size);
  }

  /** How many entries it has. */
  public long size() {
    return size;
  }

  /** The head of the whole log. */
  public TreeHead head() {
    return head(size);
  }

  /**
   * The head that the log had when it was smaller.
   *
   * @throws IllegalArgumentException if the log is not that large
   */
  public TreeHead head(long earlierSize) {
    checkSize(earlierSize);
    return earlierSize == 0
        ? TreeHead.EMPTY
        : new TreeHead(earlierSize, sha256(new Walk().range(0, earlierSize)));
  }

  /**
   * Proves that an entry is in the whole log (RFC 9162 2.1.3.1).
   *
   * @param index of the entry, from 0
   * @throws IllegalArgumentException if there is no such entry
   */
  public InclusionProof inclusionProof(long index) {
    return inclusionProof(index, size);
  }

  /**
   * Proves that an entry is in the log of an earlier size (RFC 9162 2.1.3.1).
   *
   * @throws IllegalArgumentException if there is no such entry in a log of that size
   */
  public InclusionProof inclusionProof(long index, long earlierSize) {
    checkSize(earlierSize);
    if (index < 0 || index >= earlierSize) {
      throw new IllegalArgumentException("no entry " + index + " in a log of " + earlierSize);
    }
    return new InclusionProof(index, earlierSize, new Walk().path(index, 0, earlierSize));
  }

  /**
   * Proves that the log of one size begins with the log of an earlier one (RFC 9162 2.1.4.1). From 0, and between equal
   * sizes, the proof is empty.
   *
   * @throws IllegalArgumentException unless {@code 0 <= from <= to <= size}
   */
  public ConsistencyProof consistencyProof(long from, long to) {
    checkSize(to);
    if (from < 0 || from > to) {
      throw new IllegalArgumentException("a log of " + to + " entries did not grow from " + from);
    }
    List<Sha256> path =
        from == 0 || from == to ? List.of() : new Walk().subproof(from, 0, to, true);
    return new ConsistencyProof(from, to, path);
  }

  private void checkSize(long wanted) {
    if (wanted < 0 || wanted > size) {
      throw new IllegalArgumentException("the log has " + size + " entries, not " + wanted);
    }
  }

  private static Sha256 sha256(byte[] hash) {
    return new Sha256(HexFormat.of().formatHex(hash));
  }

  /** One walk over the tree; it reads each tile once. */
  private final class Walk {
    private final MerkleHash hash = new MerkleHash();
    private final Map<TileId, byte[]> seen = new HashMap<>();

    /** The hash over the entries from {@code from} to {@code to}, a range that a node of the tree covers. */
    byte[] range(long from, long to) {
      long width = to - from;
      if (Long.bitCount(width) == 1) {
        return perfect(Long.numberOfTrailingZeros(width), from / width);
      }
      long split = from + Long.highestOneBit(width);
      return hash.node(range(from, split), range(split, to));
    }

    List<Sha256> path(long index, long from, long to) {
      if (to - from == 1) {
        return new ArrayList<>();
      }
      long split = from + splitOf(to - from);
      boolean left = index < split;
      List<Sha256> path = left ? path(index, from, split) : path(index, split, to);
      path.add(sha256(left ? range(split, to) : range(from, split)));
      return path;
    }

    List<Sha256> subproof(long size, long from, long to, boolean known) {
      if (size == to - from) {
        return known ? new ArrayList<>() : new ArrayList<>(List.of(sha256(range(from, to))));
      }
      long split = from + splitOf(to - from);
      boolean left = size <= split - from;
      List<Sha256> path = left
          ? subproof(size, from, split, known)
          : subproof(size - (split - from), split, to, false);
      path.add(sha256(left ? range(split, to) : range(from, split)));
      return path;
    }

    /** The largest power of two below a width of 2 or more. */
    private long splitOf(long width) {
      return Long.highestOneBit(width - 1);
    }

    private byte[] perfect(int height, long index) {
      int level = height / 8;
      int count = 1 << (height % 8);
      long first = index * count;
      byte[] tile = tile(level, first / TileId.WIDTH);
      return hash.perfect(tile, (int) (first % TileId.WIDTH), count);
    }

    private byte[] tile(int level, long index) {
      return seen.computeIfAbsent(new TileId(level, index), this::read);
    }

    private byte[] read(TileId id) {
      long atLevel = size >> (8 * id.level());
      int width = (int) Math.min(TileId.WIDTH, atLevel - id.index() * TileId.WIDTH);
      byte[] bytes = tiles.read(id, width);
      if (bytes.length < width * MerkleHash.LENGTH) {
        throw new IllegalStateException(id + " has " + bytes.length / MerkleHash.LENGTH
            + " hashes, a log of " + size + " needs " + width);
      }
      return bytes;
    }
  }
}
