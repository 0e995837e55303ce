package org.lmskit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lmskit.model.Sha256;

class MerkleTreeTest {
  private static final List<String> LEAF_HASHES = List.of(
      "a4afb29073ef4897b20bf9ff3bde335ec9d1033e5f0ec3012b06b01c87330c81",
      "7dfd15818d398b9f0d50f43aea56d1fa0cc44b6f4f810c98424174cab1ff8ae4",
      "6c7f1be4590c49c62c088a8c4a8cd95b931ee7e5366e1d64173118182a806431",
      "0cb55d558716958136e07cb88d9fc73805b826ea64d15acdb328872b47a3b812",
      "6fccff31023cbfd5561ed397bd97106cd0e2ffffd164623e33abea85e818c2c6",
      "4c10d9ef70aa968abe8a8ff21f5fdfdb993587eb7029faa4b866deddcbc342d2",
      "b31b63462cbb7d0a9dbfd8c842e8da619aa5c19311753dc6d84bdea128dd31e3",
      "32bd5d31926b868c2536a1648e48fa7cf6e85d3eeb9abd3262e5561e5c6498a5");
  private static final List<String> ROOTS = List.of(
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "a4afb29073ef4897b20bf9ff3bde335ec9d1033e5f0ec3012b06b01c87330c81",
      "db614834fb0434ff59f891e30abb72df9b9871dc38f29d7001b0ce5dd8f1dd2d",
      "709a4f55a39c125efcbfdfa1c9b187d8bf1a8c0f727f340713c4084a44ebae8f",
      "686b95cc06bc8054727647d8e3a2ca42f6029a34167d32316416497eec96aaeb",
      "8373037e45a3c49eea397d587fa45857c754dd83b3bf25562caf1cf4a9e458b9",
      "53566b742332283984ee7e2b5985f4bb454633e57e8265a960e6c88c5cdb26f8",
      "657add3591200f2492cc63eed59cedaf7d2852580eb5b9a70464e89005ff9573",
      "8428371956e5e954b153aa7b0f59c2de929cdc4f66ac0202fa6951cebc97cf0f");
  private static final String TAMPERED_ROOT =
      "f99ba60f822604e951622ef358c12fb95c56ea5a434750ed2ac5344abef570ac";

  private final MerkleTree tree = MerkleTree.of(Excerpt.tiles(Excerpt.bytes()), 8);

  @Test
  void leaf_hashes_are_those_of_the_worked_ledger() {
    MerkleHash hash = new MerkleHash();

    List<String> hashes =
        Excerpt.bytes().stream().map(hash::leaf).map(HexFormat.of()::formatHex).toList();

    assertThat(hashes).isEqualTo(LEAF_HASHES);
  }

  @Test
  void tree_heads_of_every_size_are_those_of_the_worked_ledger() {
    for (int size = 0; size <= 8; size++) {
      assertThat(tree.head(size)).isEqualTo(new TreeHead(size, new Sha256(ROOTS.get(size))));
    }
  }

  @Test
  void an_appender_knows_the_same_heads() {
    TreeAppender appender = TreeAppender.empty();
    List<String> roots = new ArrayList<>(List.of(appender.head().root().hex()));

    for (byte[] entry : Excerpt.bytes()) {
      appender.append(entry);
      roots.add(appender.head().root().hex());
    }

    assertThat(roots).isEqualTo(ROOTS);
  }

  @Test
  void leaf_3_is_proven_in_size_8() {
    InclusionProof proof = tree.inclusionProof(3);

    assertThat(proof.path())
        .extracting(Sha256::hex)
        .containsExactly(
            "6c7f1be4590c49c62c088a8c4a8cd95b931ee7e5366e1d64173118182a806431",
            "db614834fb0434ff59f891e30abb72df9b9871dc38f29d7001b0ce5dd8f1dd2d",
            "866e7748bf9f6273ee76da05e51a1df63049abdecb8e8a8ac77c313e1178fe0d");
    assertThat(proof.verifies(Excerpt.bytes().get(3), tree.head())).isTrue();
  }

  @Test
  void leaf_6_is_proven_in_size_7() {
    InclusionProof proof = tree.inclusionProof(6, 7);

    assertThat(proof.path())
        .extracting(Sha256::hex)
        .containsExactly(
            "7fccebe00aa123cb0c3f07f0efdc21364ccf307822d8c83a15eed396b9548409",
            "686b95cc06bc8054727647d8e3a2ca42f6029a34167d32316416497eec96aaeb");
    assertThat(proof.verifies(Excerpt.bytes().get(6), tree.head(7))).isTrue();
  }

  @Test
  void size_8_continues_size_5() {
    ConsistencyProof proof = tree.consistencyProof(5, 8);

    assertThat(proof.path())
        .extracting(Sha256::hex)
        .containsExactly(
            "6fccff31023cbfd5561ed397bd97106cd0e2ffffd164623e33abea85e818c2c6",
            "4c10d9ef70aa968abe8a8ff21f5fdfdb993587eb7029faa4b866deddcbc342d2",
            "ebfb993da36c9d2ab2b8c4456d4ac3f9d0a497846f4b05f038179cbece931137",
            "686b95cc06bc8054727647d8e3a2ca42f6029a34167d32316416497eec96aaeb");
    assertThat(proof.verifies(tree.head(5), tree.head(8))).isTrue();
  }

  @Test
  void every_log_continues_the_empty_one_by_an_empty_proof() {
    for (int size = 0; size <= 8; size++) {
      ConsistencyProof proof = tree.consistencyProof(0, size);

      assertThat(proof.path()).isEmpty();
      assertThat(proof.verifies(TreeHead.EMPTY, tree.head(size))).isTrue();
    }
  }

  @Test
  void a_log_continues_itself_by_an_empty_proof_and_no_other_of_its_size() {
    ConsistencyProof proof = tree.consistencyProof(8, 8);

    assertThat(proof.path()).isEmpty();
    assertThat(proof.verifies(tree.head(), tree.head())).isTrue();
    assertThat(proof.verifies(tree.head(), new TreeHead(8, new Sha256(TAMPERED_ROOT))))
        .isFalse();
  }

  @Test
  void one_changed_character_changes_the_root_and_breaks_the_proofs() {
    List<String> texts = new ArrayList<>(Excerpt.ENTRIES);
    texts.set(3, texts.get(3).replace("2026-02-20\"", "2026-02-21\""));
    List<byte[]> entries = Excerpt.bytes(texts);

    TreeHead tampered = MerkleTree.of(Excerpt.tiles(entries), 8).head();

    assertThat(tampered.root().hex()).isEqualTo(TAMPERED_ROOT);
    assertThat(tree.inclusionProof(3).verifies(entries.get(3), tree.head())).isFalse();
    assertThat(tree.inclusionProof(3).verifies(Excerpt.bytes().get(3), tampered))
        .isFalse();
    assertThat(tree.inclusionProof(6, 7)
            .verifies(entries.get(6), MerkleTree.of(Excerpt.tiles(entries), 8).head(7)))
        .isFalse();
    assertThat(tree.consistencyProof(5, 8).verifies(tree.head(5), tampered)).isFalse();
  }

  @Test
  void an_inner_node_cannot_pass_for_an_entry() {
    byte[] node = new byte[64];
    System.arraycopy(HexFormat.of().parseHex(LEAF_HASHES.get(0)), 0, node, 0, 32);
    System.arraycopy(HexFormat.of().parseHex(LEAF_HASHES.get(1)), 0, node, 32, 32);

    TreeAppender forged = TreeAppender.empty();
    forged.append(node);

    assertThat(forged.head().root()).isNotEqualTo(tree.head(2).root());
  }

  @Test
  void what_is_not_in_the_log_cannot_be_asked_for() {
    assertThatThrownBy(() -> tree.inclusionProof(8)).hasMessage("no entry 8 in a log of 8");
    assertThatThrownBy(() -> tree.inclusionProof(7, 7)).hasMessage("no entry 7 in a log of 7");
    assertThatThrownBy(() -> tree.inclusionProof(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tree.head(9)).hasMessage("the log has 8 entries, not 9");
    assertThatThrownBy(() -> tree.consistencyProof(6, 5))
        .hasMessage("a log of 5 entries did not grow from 6");
    assertThatThrownBy(() -> MerkleTree.of(new Excerpt.Tiles(), -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_missing_or_short_tile_is_named() {
    Excerpt.Tiles tiles = Excerpt.tiles(Excerpt.bytes().subList(0, 7));

    assertThatThrownBy(() -> MerkleTree.of(tiles, 8).head())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has 7 hashes, a log of 8 needs 8");
    assertThatThrownBy(() -> new Tile(new TileId(0, 0), "short".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("this has 5 bytes");
    assertThatThrownBy(() -> new TileId(8, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
