package org.lmskit.content;

import org.lmskit.model.Sha256;
import org.lmskit.model.TenantId;

/**
 * A stored file.
 *
 * @param tenant whose it is; tenants never share blobs
 * @param hash the digest of its bytes, and its name
 * @param size in bytes
 */
public record Blob(TenantId tenant, Sha256 hash, long size) {}
