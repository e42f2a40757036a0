/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.common.paging;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.*;
import org.jspecify.annotations.Nullable;
public final class PageWalker<T> { public static final int MAX_PAGES=10000;
 public PageWalker(IntFunction<CompletableFuture<Page<T>>> fetch, Function<T,@Nullable String> idOf, int maxItems, int maxPages){ this.f=fetch; }
 private final IntFunction<CompletableFuture<Page<T>>> f;
 public CompletableFuture<List<T>> all(){ return f.apply(1).thenApply(Page::items);} }
