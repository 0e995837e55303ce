package org.lmskit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.lmskit.model.Sha256;

class MerklePropertyTest {
  private static final List<byte[]> ENTRIES = IntStream.range(0, 200)
      .mapToObj(i -> ("entry " + i).getBytes(StandardCharsets.UTF_8))
      .toList();
  private static final MerkleTree TREE = MerkleTree.of(Excerpt.tiles(ENTRIES), 200);

  @Test
  void heads_of_every_size_to_200_are_those_of_the_recursive_definition() {
    for (int size = 0; size <= 200; size++) {
      assertThat(TREE.head(size).root())
          .as("size %s", size)
          .isEqualTo(definition(ENTRIES.subList(0, size)));
    }
  }

  @Test
  void every_entry_of_every_size_to_200_is_proven() {
    for (int size = 1; size <= 200; size++) {
      TreeHead head = TREE.head(size);
      for (int index = 0; index < size; index++) {
        assertThat(TREE.inclusionProof(index, size).verifies(ENTRIES.get(index), head))
            .isTrue();
      }
    }
  }

  @Test
  void every_size_to_200_continues_every_smaller_one() {
    List<TreeHead> heads = IntStream.rangeClosed(0, 200).mapToObj(TREE::head).toList();
    for (int to = 0; to <= 200; to++) {
      for (int from = 0; from <= to; from++) {
        assertThat(TREE.consistencyProof(from, to).verifies(heads.get(from), heads.get(to)))
            .as("%s to %s", from, to)
            .isTrue();
      }
    }
  }

  @Property(tries = 300)
  void any_mutated_byte_of_an_inclusion_proof_fails(
      @ForAll @IntRange(min = 1, max = 200) int size, @ForAll Random random) {
    int index = random.nextInt(size);
    InclusionProof proof = TREE.inclusionProof(index, size);
    byte[] entry = ENTRIES.get(index).clone();
    TreeHead head = TREE.head(size);

    int target = random.nextInt(proof.path().size() + 2);
    boolean verifies = switch (target) {
      case 0 -> proof.verifies(mutate(entry, random), head);
      case 1 -> proof.verifies(entry, new TreeHead(size, mutate(head.root(), random)));
      default ->
        new InclusionProof(index, size, mutate(proof.path(), target - 2, random))
            .verifies(entry, head);
    };

    assertThat(verifies).isFalse();
  }

  @Property(tries = 300)
  void an_inclusion_proof_fails_at_any_other_place_or_length(
      @ForAll @IntRange(min = 2, max = 200) int size, @ForAll Random random) {
    int index = random.nextInt(size);
    InclusionProof proof = TREE.inclusionProof(index, size);
    int other = (index + 1 + random.nextInt(size - 1)) % size;
    TreeHead head = TREE.head(size);

    assertThat(new InclusionProof(other, size, proof.path()).verifies(ENTRIES.get(index), head))
        .isFalse();
    assertThat(proof.verifies(ENTRIES.get(other), head)).isFalse();
    assertThat(new InclusionProof(index, size, longer(proof.path(), random))
            .verifies(ENTRIES.get(index), head))
        .isFalse();
    assertThat(
            new InclusionProof(index, size, proof.path().subList(1, proof.path().size()))
                .verifies(ENTRIES.get(index), head))
        .isFalse();
  }

  @Property(tries = 300)
  void any_mutated_byte_of_a_consistency_proof_fails(
      @ForAll @IntRange(min = 2, max = 200) int to, @ForAll Random random) {
    int from = 1 + random.nextInt(to - 1);
    ConsistencyProof proof = TREE.consistencyProof(from, to);
    TreeHead earlier = TREE.head(from);
    TreeHead later = TREE.head(to);

    int target = random.nextInt(proof.path().size() + 2);
    boolean verifies = switch (target) {
      case 0 -> proof.verifies(new TreeHead(from, mutate(earlier.root(), random)), later);
      case 1 -> proof.verifies(earlier, new TreeHead(to, mutate(later.root(), random)));
      default ->
        new ConsistencyProof(from, to, mutate(proof.path(), target - 2, random))
            .verifies(earlier, later);
    };

    assertThat(verifies).isFalse();
    assertThat(
            new ConsistencyProof(from, to, longer(proof.path(), random)).verifies(earlier, later))
        .isFalse();
    assertThat(new ConsistencyProof(from, to, List.of()).verifies(earlier, later))
        .isFalse();
  }

  @Property(tries = 60)
  void a_log_that_is_sealed_in_any_batches_and_resumed_in_between_is_the_same(
      @ForAll @IntRange(min = 0, max = 70_000) int size, @ForAll Random random) {
    Excerpt.Tiles tiles = new Excerpt.Tiles();
    TreeAppender whole = TreeAppender.empty();
    int sealed = 0;
    while (sealed < size) {
      TreeAppender appender = TreeAppender.resume(tiles, sealed);
      int batch = Math.min(size - sealed, 1 + random.nextInt(20_000));
      for (int i = 0; i < batch; i++) {
        byte[] entry = {(byte) (sealed + i), (byte) (sealed + i >> 8), (byte) (sealed + i >> 16)};
        appender.append(entry);
        whole.append(entry);
      }
      tiles.put(appender.takeTiles());
      sealed += batch;
    }

    assertThat(MerkleTree.of(tiles, size).head()).isEqualTo(whole.head());
    Excerpt.Tiles atOnce = new Excerpt.Tiles();
    atOnce.put(whole.takeTiles());
    assertThat(tiles.byId.keySet()).isEqualTo(atOnce.byId.keySet());
    atOnce.byId.forEach((id, bytes) -> assertThat(tiles.byId.get(id)).isEqualTo(bytes));
  }

  /** RFC 9162 2.1.1, word for word. */
  private static Sha256 definition(List<byte[]> entries) {
    return new Sha256(HexFormat.of().formatHex(mth(entries)));
  }

  private static byte[] mth(List<byte[]> entries) {
    if (entries.isEmpty()) {
      return Sha256.newDigest().digest();
    }
    var digest = Sha256.newDigest();
    if (entries.size() == 1) {
      digest.update((byte) 0);
      return digest.digest(entries.get(0));
    }
    int k = 1;
    while (k * 2 < entries.size()) {
      k *= 2;
    }
    byte[] left = mth(entries.subList(0, k));
    byte[] right = mth(entries.subList(k, entries.size()));
    digest.update((byte) 1);
    digest.update(left);
    return digest.digest(right);
  }

  private static byte[] mutate(byte[] bytes, Random random) {
    byte[] copy = Arrays.copyOf(bytes, bytes.length);
    copy[random.nextInt(copy.length)] ^= (byte) (1 + random.nextInt(255));
    return copy;
  }

  private static Sha256 mutate(Sha256 hash, Random random) {
    return new Sha256(HexFormat.of().formatHex(mutate(hash.bytes(), random)));
  }

  private static List<Sha256> mutate(List<Sha256> path, int at, Random random) {
    List<Sha256> copy = new ArrayList<>(path);
    copy.set(at, mutate(copy.get(at), random));
    return copy;
  }

  private static List<Sha256> longer(List<Sha256> path, Random random) {
    List<Sha256> copy = new ArrayList<>(path);
    byte[] more = new byte[32];
    random.nextBytes(more);
    copy.add(new Sha256(HexFormat.of().formatHex(more)));
    return copy;
  }
}
