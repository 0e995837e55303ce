package org.lmskit.scorm.http;

import java.util.Locale;
import java.util.Map;

/** Media types of what packages hold, by the ending of a file's name. */
final class MediaTypes {
  private static final String UNKNOWN = "application/octet-stream";
  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
  private static final Map<String, String> BY_ENDING = Map.ofEntries(
      Map.entry("html", "text/html"),
      Map.entry("htm", "text/html"),
      Map.entry("xhtml", "application/xhtml+xml"),
      Map.entry("xml", "application/xml"),
      Map.entry("xsl", "application/xml"),
      Map.entry("css", "text/css"),
      Map.entry("js", "text/javascript"),
      Map.entry("mjs", "text/javascript"),
      Map.entry("json", "application/json"),
      Map.entry("map", "application/json"),
      Map.entry("txt", "text/plain"),
      Map.entry("csv", "text/csv"),
      Map.entry("vtt", "text/vtt"),
      Map.entry("srt", "text/plain"),
      Map.entry("svg", "image/svg+xml"),
      Map.entry("png", "image/png"),
      Map.entry("jpg", "image/jpeg"),
      Map.entry("jpeg", "image/jpeg"),
      Map.entry("gif", "image/gif"),
      Map.entry("webp", "image/webp"),
      Map.entry("avif", "image/avif"),
      Map.entry("bmp", "image/bmp"),
      Map.entry("ico", "image/x-icon"),
      Map.entry("mp3", "audio/mpeg"),
      Map.entry("m4a", "audio/mp4"),
      Map.entry("ogg", "audio/ogg"),
      Map.entry("oga", "audio/ogg"),
      Map.entry("wav", "audio/wav"),
      Map.entry("mp4", "video/mp4"),
      Map.entry("m4v", "video/mp4"),
      Map.entry("webm", "video/webm"),
      Map.entry("ogv", "video/ogg"),
      Map.entry("mov", "video/quicktime"),
      Map.entry("woff", "font/woff"),
      Map.entry("woff2", "font/woff2"),
      Map.entry("ttf", "font/ttf"),
      Map.entry("otf", "font/otf"),
      Map.entry("eot", "application/vnd.ms-fontobject"),
      Map.entry("pdf", "application/pdf"),
      Map.entry("aac", "audio/aac"),
      Map.entry("flac", "audio/flac"),
      Map.entry("opus", "audio/ogg"),
      Map.entry("weba", "audio/webm"),
      Map.entry("mpg", "video/mpeg"),
      Map.entry("mpeg", "video/mpeg"),
      Map.entry("3gp", "video/3gpp"),
      Map.entry("avi", "video/x-msvideo"),
      Map.entry("wmv", "video/x-ms-wmv"),
      Map.entry("flv", "video/x-flv"),
      Map.entry("m3u8", "application/vnd.apple.mpegurl"),
      Map.entry("ts", "video/mp2t"),
      Map.entry("apng", "image/apng"),
      Map.entry("tif", "image/tiff"),
      Map.entry("tiff", "image/tiff"),
      Map.entry("xsd", "application/xml"),
      Map.entry("webmanifest", "application/manifest+json"),
      Map.entry("rtf", "application/rtf"),
      Map.entry("epub", "application/epub+zip"),
      Map.entry("doc", "application/msword"),
      Map.entry("xls", "application/vnd.ms-excel"),
      Map.entry("ppt", "application/vnd.ms-powerpoint"),
      Map.entry("docx", OFFICE + "wordprocessingml.document"),
      Map.entry("xlsx", OFFICE + "spreadsheetml.sheet"),
      Map.entry("pptx", OFFICE + "presentationml.presentation"),
      Map.entry("wasm", "application/wasm"),
      Map.entry("zip", "application/zip"),
      Map.entry("swf", "application/x-shockwave-flash"));

  private MediaTypes() {}

  /** The media type of a path; bytes of an unknown sort without a known ending. */
  static String of(String path) {
    int dot = path.lastIndexOf('.');
    return dot < path.lastIndexOf('/')
        ? UNKNOWN
        : BY_ENDING.getOrDefault(path.substring(dot + 1).toLowerCase(Locale.ROOT), UNKNOWN);
  }
}
