package org.lmskit.xapi.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.lmskit.xapi.Iri;
import org.lmskit.xapi.IsoDuration;

/** The scanners of simple values against patterns and the JDK's own parsers, on texts that are nearly right. */
class ScannersPropertyTest {
  private static final Pattern IRI = Pattern.compile(
      "[a-zA-Z][a-zA-Z0-9+.-]*:(?!$)(?:C|E)*(?:#(?:C|E)*)?"
          .replace("C", "[^\\x00-\\x20\\x7f-\\x9f<>\"{}|\\\\^`%#\\p{Cs}]")
          .replace("E", "%[0-9a-fA-F]{2}"),
      Pattern.DOTALL);
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern UTC =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[Tt](\\d\\d:\\d\\d:\\d\\d)(?:[.,](\\d+))?[Zz]");
  private static final Pattern DURATION =
      Pattern.compile("P(?:NW|(?=N|T)(?:NY)?(?:NM)?(?:ND)?(?:T(?=N)(?:NH)?(?:NM)?(?:NS)?)?)"
          .replace("N", "\\d+(?:[.,]\\d+)?"));
  private static final Pattern EARLY_DECIMALS = Pattern.compile(".*[.,]\\d+\\D.+");

  @Property(tries = 1_000)
  void iris(@ForAll long seed) {
    Random random = new Random(seed);
    String text = near(
        random,
        "https://a.example/x%2Fy?q=1\u00e9\ud83d\ude00#z",
        "aZ9:/#%+ <\u007f\u009f\u00e9\ud83d\ude00\\");

    assertThat(Iri.isAbsolute(text)).as(text).isEqualTo(IRI.matcher(text).matches());
  }

  @Property(tries = 1_000)
  void uuids(@ForAll long seed) {
    Random random = new Random(seed);
    UUID id = new UUID(random.nextLong(), random.nextLong());
    String text = near(random, id.toString(), "09afAFgG-/:@`\u0660\uff11");

    UUID expected = UUID_FORM.matcher(text).matches() ? UUID.fromString(text) : null;

    assertThat(Uuids.parse(id.toString())).isEqualTo(id);
    assertThat(Uuids.parse(text)).as(text).isEqualTo(expected);
  }

  @Property(tries = 1_000)
  void timestamps_in_utc(@ForAll long seed) {
    Random random = new Random(seed);
    int second = random.nextInt(60);
    String whole = "%04d-%02d-%02dT%02d:%02d:%02d"
        .formatted(
            random.nextInt(10_000),
            random.nextInt(14),
            random.nextInt(33),
            random.nextInt(25),
            random.nextInt(61),
            second);
    String valid = whole + (random.nextBoolean() ? "Z" : "." + random.nextInt(2_000_000) + "Z");
    String text = near(random, valid, "14tTzZ.,:- ");

    assertThat(Timestamps.parse(valid)).as(valid).isEqualTo(utc(valid));
    // The JDK knows no leap seconds.
    if (!text.contains(":60")) assertThat(Timestamps.parse(text)).as(text).isEqualTo(utc(text));
  }

  @Property(tries = 1_000)
  void durations(@ForAll long seed) {
    Random random = new Random(seed);
    String text = near(
        random, one(random, "P1Y2M10DT2H30M1.25S", "PT4M13.2S", "P4W", "P1,5D"), "PTYMDHSW19.,");

    boolean expected =
        DURATION.matcher(text).matches() && !EARLY_DECIMALS.matcher(text).matches();

    assertThat(IsoDuration.isValid(text)).as(text).isEqualTo(expected);
  }

  @Property(tries = 1_000)
  void utf8(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] bytes = near(random, "{\"name\":\"\u00c4nne \u20ac\", \"x\":1}", "a\u00e9\u20ac\0")
        .getBytes(StandardCharsets.UTF_8);
    if (random.nextBoolean()) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    boolean nulFirst = false;
    for (int i = 0; i < 4 && bytes[i] >= 0 && !nulFirst; i++) nulFirst = bytes[i] == 0;

    assertThat(Utf8.isValid(bytes)).isEqualTo(!nulFirst && isDecoded(bytes));
  }

  private static @Nullable Instant utc(String text) {
    Matcher parts = UTC.matcher(text);
    if (!parts.matches()) return null;
    String decimals = parts.group(3) == null ? "0" : parts.group(3);
    String nanos = decimals.substring(0, Math.min(9, decimals.length()));
    try {
      return LocalDateTime.parse(parts.group(1) + 'T' + parts.group(2) + '.' + nanos)
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static boolean isDecoded(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** The text with up to two characters replaced, put in or taken out. */
  private static String near(Random random, String valid, String others) {
    StringBuilder text = new StringBuilder(valid);
    for (int changes = random.nextInt(3); changes > 0; changes--) {
      int at = random.nextInt(text.length());
      char other = others.charAt(random.nextInt(others.length()));
      switch (random.nextInt(3)) {
        case 0 -> text.setCharAt(at, other);
        case 1 -> text.insert(at, other);
        default -> text.deleteCharAt(at);
      }
    }
    return text.toString();
  }

  private static String one(Random random, String... texts) {
    return texts[random.nextInt(texts.length)];
  }
}
