package org.lmskit.scorm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lmskit.model.Sha256;
import org.lmskit.scorm.ScormPackage.StoredFile;
import org.lmskit.scorm.manifest.FileRef;
import org.lmskit.scorm.manifest.Href;
import org.lmskit.scorm.manifest.Item;
import org.lmskit.scorm.manifest.ItemSettings;
import org.lmskit.scorm.manifest.Manifest;
import org.lmskit.scorm.manifest.Metadata;
import org.lmskit.scorm.manifest.Organization;
import org.lmskit.scorm.manifest.Resource;
import org.lmskit.scorm.manifest.ScormEdition;
import org.lmskit.scorm.manifest.ScormType;
import org.lmskit.scorm.runtime.CmiVersion;
import org.lmskit.scorm.runtime.Compatibility;
import org.lmskit.scorm.sequencing.definition.CompletionThreshold;
import org.lmskit.scorm.sequencing.definition.ControlMode;
import org.lmskit.scorm.sequencing.definition.LmsUi;
import org.lmskit.scorm.sequencing.definition.Sequencing;

/** What is stored of a package is all of it, and what items share stands there once. */
class StoredPackageTest {
  private static final Sequencing FREE =
      Sequencing.builder().controlMode(ControlMode.FREE).build();
  private static final Href LAUNCH = Href.parse("p.html", false);
  private static final Metadata ELSEWHERE = new Metadata(null, List.of("lom.xml"));
  private static final ItemSettings SETTINGS = new ItemSettings(
      "data", null, "PT1H", new BigDecimal("80.0"), null, List.of(), Set.of(LmsUi.CONTINUE));

  private static Item item(String id, Sequencing sequencing, List<Item> items) {
    return new Item(
        id,
        "Title",
        true,
        "r",
        "",
        LAUNCH,
        sequencing,
        CompletionThreshold.DEFAULT,
        ItemSettings.NONE,
        Metadata.NONE,
        items);
  }

  private static ScormPackage of(List<Item> items) {
    var organization = new Organization(
        "o", "Course", "", true, false, FREE, CompletionThreshold.DEFAULT, ELSEWHERE, items);
    var plain = new Resource(
        "r", "webcontent", ScormType.SCO, LAUNCH, false, List.of(), List.of(), Metadata.NONE);
    var rich = new Resource(
        "s",
        "webcontent",
        ScormType.ASSET,
        null,
        true,
        List.of(new FileRef(Href.parse("a.js", false), ELSEWHERE)),
        List.of("r"),
        ELSEWHERE);
    var manifest = new Manifest(
        "m",
        "1",
        ScormEdition.SCORM_2004_4TH,
        Metadata.NONE,
        "o",
        List.of(organization),
        List.of(plain, rich));
    return new ScormPackage(
        "package",
        Instant.EPOCH,
        manifest,
        Compatibility.standard(CmiVersion.SCORM_2004_4TH),
        Map.of("p.html", new StoredFile(Sha256.of(new byte[0]), 0)));
  }

  @Test
  void a_package_is_read_as_it_was_written() {
    var odd = new Item(
        "odd",
        "",
        false,
        null,
        "?a=b",
        null,
        FREE,
        new CompletionThreshold(true, new BigDecimal("0.50"), new BigDecimal("0.1")),
        SETTINGS,
        ELSEWHERE,
        List.of(item("below", FREE, List.of())));
    var asked = new Item(
        "asked",
        "Title",
        true,
        "r",
        "?a=b",
        LAUNCH.withParameters("?a=b"),
        FREE,
        CompletionThreshold.DEFAULT,
        ItemSettings.NONE,
        Metadata.NONE,
        List.of());
    var value = of(List.of(item("plain", Sequencing.DEFAULT, List.of()), odd, asked));

    var text = ScormPackage.KIND.write(value);

    assertThat(ScormPackage.KIND.read(text)).isEqualTo(value);
    assertThat(ScormPackage.KIND.write(ScormPackage.KIND.read(text))).isEqualTo(text);
  }

  @Test
  void an_item_like_another_adds_its_own_words_alone() {
    var one = item("i1", FREE, List.of());
    var two = item("i2", FREE, List.of());

    int added = ScormPackage.KIND.write(of(List.of(one, two))).length()
        - ScormPackage.KIND.write(of(List.of(one))).length();

    assertThat(added).isLessThan(80);
  }
}
