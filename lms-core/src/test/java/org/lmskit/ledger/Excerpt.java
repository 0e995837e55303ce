package org.lmskit.ledger;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lmskit.model.NotFoundException;

/** The eight entries of the domain's worked ledger, and a log of any entries in memory. */
final class Excerpt {
  static final List<String> ENTRIES = List.of(
      entry("2025-03-10", "ana", "2025-03-10T15:00:00Z", 0, "CertificationAwarded"),
      entry("2025-03-10", "dmitri", "2025-03-10T15:05:00Z", 1, "CertificationAwarded"),
      entry("2026-01-09", "ana", "2026-01-09T00:00:00Z", 2, "RenewalWindowOpened"),
      entry("2026-02-20", "ana", "2026-02-20T09:30:00Z", 3, "CertificationRenewed"),
      entry("2026-03-10", "dmitri", "2026-03-10T00:00:00Z", 4, "CertificationExpired"),
      entry("2026-04-02", "dmitri", "2026-05-10T12:00:00Z", 5, "CertificationRenewed"),
      entry("2026-06-01", "ana", "2026-06-01T10:00:00Z", 6, "CertificationRevoked"),
      "{\"certification\":\"forklift\",\"effectiveOn\":\"2026-07-01\",\"policy\":\"v2\","
          + "\"recordedAt\":\"2026-06-15T08:00:00Z\",\"seq\":7,\"type\":\"PolicyPublished\"}");

  private Excerpt() {}

  static List<byte[]> bytes() {
    return bytes(ENTRIES);
  }

  static List<byte[]> bytes(List<String> entries) {
    return entries.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }

  static Tiles tiles(List<byte[]> entries) {
    TreeAppender appender = TreeAppender.empty();
    appender.appendAll(entries);
    Tiles tiles = new Tiles();
    tiles.put(appender.takeTiles());
    return tiles;
  }

  private static String entry(String on, String learner, String at, int seq, String type) {
    return "{\"certification\":\"forklift\",\"effectiveOn\":\"%s\",\"learner\":\"%s\",\"policy\":\"v1\",\"recordedAt\":\"%s\",\"seq\":%d,\"type\":\"%s\"}"
        .formatted(on, learner, at, seq, type);
  }

  /** Tiles in a map. */
  static final class Tiles implements TileSource {
    final Map<TileId, byte[]> byId = new HashMap<>();
    int reads;

    void put(List<Tile> tiles) {
      tiles.forEach(tile -> byId.put(tile.id(), tile.bytes()));
    }

    @Override
    public byte[] read(TileId tile, int width) {
      reads++;
      byte[] bytes = byId.get(tile);
      if (bytes == null) {
        throw new NotFoundException("no tile " + tile);
      }
      return bytes;
    }
  }
}
