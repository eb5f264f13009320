"""Writes a notebook whose texts try to be markup and to break the layout."""

import json

MARKUP = "</title></style><script>alert(1)</script><img src=x onerror=alert(1)>&amp;&'\" 👩‍🔬 שלום עולם مرحبا "
LONG = MARKUP + "Donaudampfschiffahrtsgesellschaft" * 150
TEXT = json.dumps(LONG, ensure_ascii=False)

print(
    f"""---
title: {json.dumps(MARKUP + "x" * 200, ensure_ascii=False)}
author: {TEXT}
---

## {LONG[len(MARKUP):]}

{MARKUP}

```dataset digits
source: synthetic
training-limit: 500
test-limit: 200
caption: {TEXT}
```

## שלום 👩‍🔬 & <b>

```explore-data
data: digits
samples: 1
caption: {TEXT}
alt: {TEXT}
```

```model a-label-that-is-very-long-and-goes-on-and-on-and-on-and-on-and-on-and-on-and-on-and-on-and-on-and-on
hidden: [8]
caption: {TEXT}
```

```train {"run-" * 30}end
model: a-label-that-is-very-long-and-goes-on-and-on-and-on-and-on-and-on-and-on-and-on-and-on-and-on-and-on
data: digits
epochs: 2
caption: {TEXT}
```

```plot-confusion
run: {"run-" * 30}end
caption: {TEXT}
alt: {TEXT}
```

```show-failures
run: {"run-" * 30}end
caption: {TEXT}
```

```claims
claims:
  - claim: {TEXT}
    reported: at least 1
    measured: {"run-" * 30}end.epochs
  - claim: {TEXT}
    reason: {TEXT}
```
"""
)
