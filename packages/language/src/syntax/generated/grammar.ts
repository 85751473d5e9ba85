/* Written by scripts/generate.ts from packages/language/src/okr.langium. Do not edit: change the grammar and run `npm run generate`. */
import type { PlainGrammar } from '../grammar.ts';

export const grammar: PlainGrammar = {
 "File": {
  "op": "many",
  "item": {
   "op": "rule",
   "name": "Statement",
   "property": {
    "name": "statements",
    "list": true
   }
  }
 },
 "Statement": {
  "op": "choice",
  "items": [
   {
    "op": "rule",
    "name": "Cycle",
    "property": null
   },
   {
    "op": "rule",
    "name": "Unit",
    "property": null
   },
   {
    "op": "rule",
    "name": "OkrSet",
    "property": null
   },
   {
    "op": "rule",
    "name": "Kpi",
    "property": null
   },
   {
    "op": "rule",
    "name": "CheckinBlock",
    "property": null
   },
   {
    "op": "rule",
    "name": "Closing",
    "property": null
   }
  ]
 },
 "Cycle": {
  "op": "sequence",
  "items": [
   {
    "op": "token",
    "text": "cycle",
    "terminal": false,
    "property": null
   },
   {
    "op": "choice",
    "items": [
     {
      "op": "token",
      "text": "ID",
      "terminal": true,
      "property": {
       "name": "name",
       "list": false
      }
     },
     {
      "op": "token",
      "text": "PERIOD",
      "terminal": true,
      "property": {
       "name": "name",
       "list": false
      }
     },
     {
      "op": "token",
      "text": "NUMBER",
      "terminal": true,
      "property": {
       "name": "name",
       "list": false
      }
     }
    ]
   },
   {
    "op": "optional",
    "item": {
     "op": "token",
     "text": "STRING",
     "terminal": true,
     "property": {
      "name": "title",
      "list": false
     }
    }
   },
   {
    "op": "optional",
    "item": {
     "op": "sequence",
     "items": [
      {
       "op": "token",
       "text": "from",
       "terminal": false,
       "property": null
      },
      {
       "op": "choice",
       "items": [
        {
         "op": "token",
         "text": "DATE",
         "terminal": true,
         "property": {
          "name": "first",
          "list": false
         }
        },
        {
         "op": "token",
         "text": "PERIOD",
         "terminal": true,
         "property": {
          "name": "first",
          "list": false
         }
        },
        {
         "op": "token",
         "text": "NUMBER",
         "terminal": true,
         "property": {
          "name": "first",
          "list": false
         }
        },
        {
         "op": "token",
         "text": "STRING",
         "terminal": true,
         "property": {
          "name": "first",
          "list": false
         }
        }
       ]
      }
     ]
    }
   },
   {
    "op": "optional",
    "item": {
     "op": "sequence",
     "items": [
      {
       "op": "token",
       "text": "to",
       "terminal": false,
       "property": null
      },
      {
       "op": "choice",
       "items": [
        {
         "op": "token",
         "text": "DATE",
         "terminal": true,
         "property": {
          "name": "last",
          "list": false
         }
        },
        {
         "op": "token",
         "text": "PERIOD",
         "terminal": true,
         "property": {
          "name": "last",
          "list": false
         }
        },
        {
         "op": "token",
         "text": "NUMBER",
         "terminal": true,
         "property": {
          "name": "last",
          "list": false
         }
        },
        {
         "op": "token",
         "text": "STRING",
         "terminal": true,
         "property": {
          "name": "last",
          "list": false
         }
        }
       ]
      }
     ]
    }
   },
   {
    "op": "optional",
    "item": {
     "op": "sequence",
     "items": [
      {
       "op": "token",
       "text": "{",
       "terminal": false,
       "property": null
      },
      {
       "op": "many",
       "item": {
        "op": "rule",
        "name": "CycleClause",
        "property": {
         "name": "clauses",
         "list": true
        }
       }
      },
      {
       "op": "token",
       "text": "}",
       "terminal": false,
       "property": null
      }
     ]
    }
   }
  ]
 },
 "CycleClause": {
  "op": "choice",
  "items": [
   {
    "op": "rule",
    "name": "Checkins",
    "property": null
   },
   {
    "op": "rule",
    "name": "Reviews",
    "property": null
   }
  ]
 },
 "Checkins": {
  "op": "sequence",
  "items": [
   {
    "op": "choice",
    "items": [
     {
      "op": "token",
      "text": "checkins",
      "terminal": false,
      "property": null
     },
     {
      "op": "token",
      "text": "check-ins",
      "terminal": false,
      "property": null
     }
    ]
   },
   {
    "op": "rule",
    "name": "Cadence",
    "property": {
     "name": "cadence",
     "list": false
    }
   }
  ]
 },
 "Reviews": {
  "op": "sequence",
  "items": [
   {
    "op": "token",
    "text": "reviews",
    "terminal": false,
    "property": null
   },
   {
    "op": "rule",
    "name": "Cadence",
    "property": {
     "name": "cadence",
     "list": false
    }
   }
  ]
 },
 "Cadence": {
  "op": "choice",
  "items": [
   {
    "op": "token",
    "text": "daily",
    "terminal": false,
    "property": {
     "name": "word",
     "list": false
    }
   },
   {
    "op": "token",
    "text": "weekly",
    "terminal": false,
    "property": {
     "name": "word",
     "list": false
    }
   },
   {
    "op": "token",
    "text": "biweekly",
    "terminal": false,
    "property": {
     "name": "word",
     "list": false
    }
   },
   {
    "op": "token",
    "text": "monthly",
    "terminal": false,
    "property": {
     "name": "word",
     "list": false
    }
   },
   {
    "op": "token",
    "text": "quarterly",
    "terminal": false,
    "property": {
     "name": "word",
     "list": false
    }
   },
   {
    "op": "sequence",
    "items": [
     {
      "op": "token",
      "text": "every",
      "terminal": false,
      "property": null
     },
     {
      "op": "choice",
      "items": [
       {
        "op": "sequence",
        "items": [
         {
          "op": "token",
          "text": "NUMBER",
          "terminal": true,
          "property": {
           "name": "count",
           "list": false
          }
         },
         {
          "op": "token",
          "text": "UNIT",
          "terminal": true,
          "property": {
           "name": "period",
           "list": false
          }
         }
        ]
       },
       {
        "op": "token",
        "text": "ID",
        "terminal": true,
        "property": {
         "name": "period",
         "list": false
        }
       }
      ]
     }
    ]
   }
  ]
 },
 "Unit": {
  "op": "sequence",
  "items": [
   {
    "op": "choice",
    "items": [
     {
      "op": "token",
      "text": "company",
      "terminal": false,
      "property": {
       "name": "level",
       "list": false
      }
     },
     {
      "op": "token",
      "text": "department",
      "terminal": false,
      "property": {
       "name": "level",
       "list": false
      }
     },
     {
      "op": "token",
      "text": "team",
      "terminal": false,
      "property": {
       "name": "level",
       "list": false
      }
     },
     {
      "op": "token",
      "text": "person",
      "terminal": false,
      "property": {
       "name": "level",
       "list": false
      }
     }
    ]
   },
   {
    "op": "token",
    "text": "ID",
    "terminal": true,
    "property": {
     "name": "name",
     "list": false
    }
   },
   {
    "op": "optional",
    "item": {
     "op": "token",
     "text": "STRING",
     "terminal": true,
     "property": {
      "name": "title",
      "list": false
     }
    }
   },
   {
    "op": "optional",
    "item": {
     "op": "sequence",
     "items": [
      {
       "op": "token",
       "text": "in",
       "terminal": false,
       "property": null
      },
      {
       "op": "token",
       "text": "ID",
       "terminal": true,
       "property": {
        "name": "parent",
        "list": false
       }
      }
     ]
    }
   },
   {
    "op": "optional",
    "item": {
     "op": "sequence",
     "items": [
      {
       "op": "token",
       "text": "{",
       "terminal": false,
       "property": null
      },
      {
       "op": "many",
       "item": {
        "op": "rule",
        "name": "UnitClause",
        "property": {
         "name": "clauses",
         "list": true
        }
       }
      },
      {
       "op": "token",
       "text": "}",
       "terminal": false,
       "property": null
      }
     ]
    }
   }
  ]
 },
 "UnitClause": {
  "op": "rule",
  "name": "Lead",
  "property": null
 },
 "Lead": {
  "op": "sequence",
  "items": [
   {
    "op": "token",
    "text": "lead",
    "terminal": false,
    "property": null
   },
   {
    "op": "token",
    "text": "ID",
    "terminal": true,
    "property": {
     "name": "name",
     "list": false
    }
   }
  ]
 },
 "OkrSet": {
  "op": "sequence",
  "items": [
   {
    "op": "token",
    "text": "okrs",
    "terminal": false,
    "property": null
   },
   {
    "op": "token",
    "text": "for",
    "terminal": false,
    "property": null
   },
   {
    "op": "token",
    "text": "ID",
    "terminal": true,
    "property": {
     "name": "unit",
     "list": false
    }
   },
   {
    "op": "token",
    "text": "in",
    "terminal": false,
    "property": null
   },
   {
    "op": "choice",
    "items": [
     {
      "op": "token",
      "text": "ID",
      "terminal": true,
      "property": {
       "name": "cycle",
       "list": false
      }
     },
     {
      "op": "token",
      "text": "PERIOD",
      "terminal": true,
      "property": {
       "name": "cycle",
       "list": false
      }
     },
     {
      "op": "token",
      "text": "NUMBER",
      "terminal": true,
      "property": {
       "name": "cycle",
       "list": false
      }
     }
    ]
   },
   {
    "op": "token",
    "text": "{",
    "terminal": false,
    "property": null
   },
   {
    "op": "many",
    "item": {
     "op": "rule",
     "name": "SetClause",
     "property": {
      "name": "clauses",
      "list": true
     }
    }
   },
   {
    "op": "token",
    "text": "}",
    "terminal": false,
    "property": null
   }
  ]
 },
 "SetClause": {
  "op": "choice",
  "items": [
   {
    "op": "rule",
    "name": "Draft",
    "property": null
   },
   {
    "op": "rule",
    "name": "Owner",
    "property": null
   },
   {
    "op": "rule",
    "name": "Ambition",
    "property": null
   },
   {
    "op": "rule",
    "name": "Tag",
    "property": null
   },
   {
    "op": "rule",
    "name": "Objective",
    "property": null
   },
   {
    "op": "rule",
    "name": "Initiative",
    "property": null
   },
   {
    "op": "rule",
    "name": "Guardrail",
    "property": null
   }
  ]
 },
 "Objective": {
  "op": "sequence",
  "items": [
   {
    "op": "token",
    "text": "objective",
    "terminal": false,
    "property": null
   },
   {
    "op": "optional",
    "item": {
     "op": "token",
     "text": "ID",
     "terminal": true,
     "property": {
      "name": "name",
      "list": false
     }
    }
   },
   {
    "op": "optional",
    "item": {
     "op": "token",
     "text": "STRING",
     "terminal": true,
     "property": {
      "name": "title",
      "list": false
     }
    }
   },
   {
    "op": "many",
    "item": {
     "op": "rule",
     "name": "By",
     "property": {
      "name": "header",
      "list": true
     }
    }
   },
   {
    "op": "optional",
    "item": {
     "op": "sequence",
     "items": [
      {
       "op": "token",
       "text": "{",
       "terminal": false,
       "property": null
      },
      {
       "op": "many",
       "item": {
        "op": "rule",
        "name": "ObjectiveClause",
        "property": {
         "name": "clauses",
         "list": true
        }
       }
      },
      {
       "op": "token",
       "text": "}",
       "terminal": false,
       "property": null
      }
     ]
    }
   }
  ]
 },
 "ObjectiveClause": {
  "op": "choice",
  "items": [
   {
    "op": "rule",
    "name": "Draft",
    "property": null
   },
   {
    "op": "rule",
    "name": "Owner",
    "property": null
   },
   {
    "op": "rule",
    "name": "Ambition",
    "property": null
   },
   {
    "op": "rule",
    "name": "Tag",
    "property": null
   },
   {
    "op": "rule",
    "name": "By",
    "property": null
   },
   {
    "op": "rule",
    "name": "Weight",
    "property": null
   },
   {
    "op": "rule",
    "name": "Link",
    "property": null
   },
   {
    "op": "rule",
    "name": "Supports",
    "property": null
   },
   {
    "op": "rule",
    "name": "DependsOn",
    "property": null
   },
   {
    "op": "rule",
    "name": "CarriedFrom",
    "property": null
   },
   {
    "op": "rule",
    "name": "Standalone",
    "property": null
   },
   {
    "op": "rule",
    "name": "KeyResult",
    "property": null
   },
   {
    "op": "rule",
    "name": "Initiative",
    "property": null
   },
   {
    "op": "rule",
    "name": "Guardrail",
    "property": null
   }
  ]
 },
 "KeyResult": {
  "op": "sequence",
  "items": [
   {
    "op": "token",
    "text": "kr",
    "terminal": false,
    "property": null
   },
   {
    "op": "optional",
    "item": {
     "op": "token",
     "text": "ID",
     "terminal": true,
     "property": {
      "name": "name",
      "list": false
     }
    }
   },
   {
    "op": "optional",
    "item": {
     "op": "token",
     "text": "STRING",
     "terminal": true,
     "property": {
      "name": "title",
      "list": false
     }
    }
   },
   {
    "op": "many",
    "item": {
     "op": "rule",
     "name": "KeyResultHeader",
     "property": {
      "name": "header",
      "list": true
     }
    }
   },
   {
    "op": "optional",
    "item": {
     "op": "sequence",
     "items": [
      {
       "op": "token",
       "text": "{",
       "terminal": false,
       "property": null
      },
      {
       "op": "many",
       "item": {
        "op": "rule",
        "name": "KeyResultClause",
        "property": {
         "name": "clauses",
         "list": true
        }
       }
      },
      {
       "op": "token",
       "text": "}",
       "terminal": false,
       "property": null
      }
     ]
    }
   }
  ]
 },
 "KeyResultHeader": {
  "op": "choice",
  "items": [
   {
    "op": "rule",
    "name": "Measure",
    "property": null
   },
   {
    "op": "rule",
    "name": "By",
    "property": null
   }
  ]
 },
 "KeyResultClause": {
  "op": "choice",
  "items": [
   {
    "op": "rule",
    "name": "Measure",
    "property": null
   },
   {
    "op": "rule",
    "name": "By",
    "property": null
   },
   {
    "op": "rule",
    "name": "Owner",
    "property": null
   },
   {
    "op": "rule",
    "name": "Ambition",
    "property": null
   },
   {
    "op": "rule",
    "name": "Weight",
    "property": null
   },
   {
    "op": "rule",
    "name": "Indicator",
    "property": null
   },
   {
    "op": "rule",
    "name": "Supports",
    "property": null
   },
   {
    "op": "rule",
    "name": "DependsOn",
    "property": null
   },
   {
    "op": "rule",
    "name": "CarriedFrom",
    "property": null
   },
   {
    "op": "rule",
    "name": "Source",
    "property": null
   },
   {
    "op": "rule",
    "name": "Link",
    "property": null
   },
   {
    "op": "rule",
    "name": "Tag",
    "property": null
   },
   {
    "op": "rule",
    "name": "Initiative",
    "property": null
   },
   {
    "op": "rule",
    "name": "InlineReading",
    "property": null
   }
  ]
 },
 "Initiative": {
  "op": "sequence",
  "items": [
   {
    "op": "token",
    "text": "initiative",
    "terminal": false,
    "property": null
   },
   {
    "op": "optional",
    "item": {
     "op": "token",
     "text": "ID",
     "terminal": true,
     "property": {
      "name": "name",
      "list": false
     }
    }
   },
   {
    "op": "optional",
    "item": {
     "op": "token",
     "text": "STRING",
     "terminal": true,
     "property": {
      "name": "title",
      "list": false
     }
    }
   },
   {
    "op": "many",
    "item": {
     "op": "rule",
     "name": "InitiativeHeader",
     "property": {
      "name": "header",
      "list": true
     }
    }
   },
   {
    "op": "optional",
    "item": {
     "op": "sequence",
     "items": [
      {
       "op": "token",
       "text": "{",
       "terminal": false,
       "property": null
      },
      {
       "op": "many",
       "item": {
        "op": "rule",
        "name": "InitiativeClause",
        "property": {
         "name": "clauses",
         "list": true
        }
       }
      },
      {
       "op": "token",
       "text": "}",
       "terminal": false,
       "property": null
      }
     ]
    }
   }
  ]
 },
 "InitiativeHeader": {
  "op": "choice",
  "items": [
   {
    "op": "rule",
    "name": "For",
    "property": null
   },
   {
    "op": "rule",
    "name": "By",
    "property": null
   }
  ]
 },
 "InitiativeClause": {
  "op": "choice",
  "items": [
   {
    "op": "rule",
    "name": "For",
    "property": null
   },
   {
    "op": "rule",
    "name": "By",
    "property": null
   },
   {
    "op": "rule",
    "name": "Owner",
    "property": null
   },
   {
    "op": "rule",
    "name": "Status",
    "property": null
   },
   {
    "op": "rule",
    "name": "Link",
    "property": null
   },
   {
    "op": "rule",
    "name": "Tag",
    "property": null
   }
  ]
 },
 "Guardrail": {
  "op": "sequence",
  "items": [
   {
    "op": "token",
    "text": "guardrail",
    "terminal": false,
    "property": null
   },
   {
    "op": "optional",
    "item": {
     "op": "token",
     "text": "ID",
     "terminal": true,
     "property": {
      "name": "name",
      "list": false
     }
    }
   },
   {
    "op": "optional",
    "item": {
     "op": "token",
     "text": "STRING",
     "terminal": true,
     "property": {
      "name": "title",
      "list": false
     }
    }
   },
   {
    "op": "many",
    "item": {
     "op": "rule",
     "name": "Measure",
     "property": {
      "name": "header",
      "list": true
     }
    }
   },
   {
    "op": "optional",
    "item": {
     "op": "sequence",
     "items": [
      {
       "op": "token",
       "text": "{",
       "terminal": false,
       "property": null
      },
      {
       "op": "many",
       "item": {
        "op": "rule",
        "name": "GuardrailClause",
        "property": {
         "name": "clauses",
         "list": true
        }
       }
      },
      {
       "op": "token",
       "text": "}",
       "terminal": false,
       "property": null
      }
     ]
    }
   }
  ]
 },
 "GuardrailClause": {
  "op": "choice",
  "items": [
   {
    "op": "rule",
    "name": "Measure",
    "property": null
   },
   {
    "op": "rule",
    "name": "Owner",
    "property": null
   },
   {
    "op": "rule",
    "name": "Source",
    "property": null
   },
   {
    "op": "rule",
    "name": "InlineReading",
    "property": null
   }
  ]
 },
 "Kpi": {
  "op": "sequence",
  "items": [
   {
    "op": "token",
    "text": "kpi",
    "terminal": false,
    "property": null
   },
   {
    "op": "token",
    "text": "ID",
    "terminal": true,
    "property": {
     "name": "name",
     "list": false
    }
   },
   {
    "op": "optional",
    "item": {
     "op": "token",
     "text": "STRING",
     "terminal": true,
     "property": {
      "name": "title",
      "list": false
     }
    }
   },
   {
    "op": "many",
    "item": {
     "op": "rule",
     "name": "KpiHeader",
     "property": {
      "name": "header",
      "list": true
     }
    }
   },
   {
    "op": "optional",
    "item": {
     "op": "sequence",
     "items": [
      {
       "op": "token",
       "text": "{",
       "terminal": false,
       "property": null
      },
      {
       "op": "many",
       "item": {
        "op": "rule",
        "name": "KpiClause",
        "property": {
         "name": "clauses",
         "list": true
        }
       }
      },
      {
       "op": "token",
       "text": "}",
       "terminal": false,
       "property": null
      }
     ]
    }
   }
  ]
 },
 "KpiHeader": {
  "op": "choice",
  "items": [
   {
    "op": "rule",
    "name": "Of",
    "property": null
   },
   {
    "op": "rule",
    "name": "Measure",
    "property": null
   }
  ]
 },
 "KpiClause": {
  "op": "choice",
  "items": [
   {
    "op": "rule",
    "name": "Of",
    "property": null
   },
   {
    "op": "rule",
    "name": "Measure",
    "property": null
   },
   {
    "op": "rule",
    "name": "Owner",
    "property": null
   },
   {
    "op": "rule",
    "name": "Source",
    "property": null
   },
   {
    "op": "rule",
    "name": "Link",
    "property": null
   },
   {
    "op": "rule",
    "name": "InlineReading",
    "property": null
   }
  ]
 },
 "Of": {
  "op": "sequence",
  "items": [
   {
    "op": "token",
    "text": "of",
    "terminal": false,
    "property": null
   },
   {
    "op": "token",
    "text": "ID",
    "terminal": true,
    "property": {
     "name": "unit",
     "list": false
    }
   }
  ]
 },
 "CheckinBlock": {
  "op": "sequence",
  "items": [
   {
    "op": "choice",
    "items": [
     {
      "op": "token",
      "text": "checkin",
      "terminal": false,
      "property": null
     },
     {
      "op": "token",
      "text": "check-in",
      "terminal": false,
      "property": null
     }
    ]
   },
   {
    "op": "choice",
    "items": [
     {
      "op": "token",
      "text": "DATE",
      "terminal": true,
      "property": {
       "name": "date",
       "list": false
      }
     },
     {
      "op": "token",
      "text": "PERIOD",
      "terminal": true,
      "property": {
       "name": "date",
       "list": false
      }
     },
     {
      "op": "token",
      "text": "NUMBER",
      "terminal": true,
      "property": {
       "name": "date",
       "list": false
      }
     },
     {
      "op": "token",
      "text": "STRING",
      "terminal": true,
      "property": {
       "name": "date",
       "list": false
      }
     }
    ]
   },
   {
    "op": "token",
    "text": "for",
    "terminal": false,
    "property": null
   },
   {
    "op": "token",
    "text": "ID",
    "terminal": true,
    "property": {
     "name": "unit",
     "list": false
    }
   },
   {
    "op": "token",
    "text": "in",
    "terminal": false,
    "property": null
   },
   {
    "op": "choice",
    "items": [
     {
      "op": "token",
      "text": "ID",
      "terminal": true,
      "property": {
       "name": "cycle",
       "list": false
      }
     },
     {
      "op": "token",
      "text": "PERIOD",
      "terminal": true,
      "property": {
       "name": "cycle",
       "list": false
      }
     },
     {
      "op": "token",
      "text": "NUMBER",
      "terminal": true,
      "property": {
       "name": "cycle",
       "list": false
      }
     }
    ]
   },
   {
    "op": "token",
    "text": "{",
    "terminal": false,
    "property": null
   },
   {
    "op": "many",
    "item": {
     "op": "rule",
     "name": "Reading",
     "property": {
      "name": "readings",
      "list": true
     }
    }
   },
   {
    "op": "token",
    "text": "}",
    "terminal": false,
    "property": null
   }
  ]
 },
 "Reading": {
  "op": "sequence",
  "items": [
   {
    "op": "rule",
    "name": "Reference",
    "property": {
     "name": "target",
     "list": false
    }
   },
   {
    "op": "rule",
    "name": "Value",
    "property": {
     "name": "value",
     "list": false
    }
   },
   {
    "op": "many",
    "item": {
     "op": "rule",
     "name": "ReadingDetail",
     "property": {
      "name": "details",
      "list": true
     }
    }
   }
  ]
 },
 "InlineReading": {
  "op": "sequence",
  "items": [
   {
    "op": "choice",
    "items": [
     {
      "op": "token",
      "text": "checkin",
      "terminal": false,
      "property": null
     },
     {
      "op": "token",
      "text": "check-in",
      "terminal": false,
      "property": null
     }
    ]
   },
   {
    "op": "choice",
    "items": [
     {
      "op": "token",
      "text": "DATE",
      "terminal": true,
      "property": {
       "name": "date",
       "list": false
      }
     },
     {
      "op": "token",
      "text": "PERIOD",
      "terminal": true,
      "property": {
       "name": "date",
       "list": false
      }
     },
     {
      "op": "token",
      "text": "NUMBER",
      "terminal": true,
      "property": {
       "name": "date",
       "list": false
      }
     },
     {
      "op": "token",
      "text": "STRING",
      "terminal": true,
      "property": {
       "name": "date",
       "list": false
      }
     }
    ]
   },
   {
    "op": "rule",
    "name": "Value",
    "property": {
     "name": "value",
     "list": false
    }
   },
   {
    "op": "many",
    "item": {
     "op": "rule",
     "name": "ReadingDetail",
     "property": {
      "name": "details",
      "list": true
     }
    }
   }
  ]
 },
 "Value": {
  "op": "choice",
  "items": [
   {
    "op": "rule",
    "name": "Figure",
    "property": null
   },
   {
    "op": "rule",
    "name": "Answer",
    "property": null
   }
  ]
 },
 "Answer": {
  "op": "choice",
  "items": [
   {
    "op": "token",
    "text": "yes",
    "terminal": false,
    "property": {
     "name": "answer",
     "list": false
    }
   },
   {
    "op": "token",
    "text": "no",
    "terminal": false,
    "property": {
     "name": "answer",
     "list": false
    }
   }
  ]
 },
 "ReadingDetail": {
  "op": "choice",
  "items": [
   {
    "op": "rule",
    "name": "Confidence",
    "property": null
   },
   {
    "op": "rule",
    "name": "Note",
    "property": null
   }
  ]
 },
 "Confidence": {
  "op": "sequence",
  "items": [
   {
    "op": "token",
    "text": "confidence",
    "terminal": false,
    "property": null
   },
   {
    "op": "token",
    "text": "NUMBER",
    "terminal": true,
    "property": {
     "name": "value",
     "list": false
    }
   }
  ]
 },
 "Note": {
  "op": "token",
  "text": "STRING",
  "terminal": true,
  "property": {
   "name": "text",
   "list": false
  }
 },
 "Closing": {
  "op": "sequence",
  "items": [
   {
    "op": "token",
    "text": "closing",
    "terminal": false,
    "property": null
   },
   {
    "op": "token",
    "text": "for",
    "terminal": false,
    "property": null
   },
   {
    "op": "token",
    "text": "ID",
    "terminal": true,
    "property": {
     "name": "unit",
     "list": false
    }
   },
   {
    "op": "token",
    "text": "in",
    "terminal": false,
    "property": null
   },
   {
    "op": "choice",
    "items": [
     {
      "op": "token",
      "text": "ID",
      "terminal": true,
      "property": {
       "name": "cycle",
       "list": false
      }
     },
     {
      "op": "token",
      "text": "PERIOD",
      "terminal": true,
      "property": {
       "name": "cycle",
       "list": false
      }
     },
     {
      "op": "token",
      "text": "NUMBER",
      "terminal": true,
      "property": {
       "name": "cycle",
       "list": false
      }
     }
    ]
   },
   {
    "op": "optional",
    "item": {
     "op": "sequence",
     "items": [
      {
       "op": "token",
       "text": "on",
       "terminal": false,
       "property": null
      },
      {
       "op": "choice",
       "items": [
        {
         "op": "token",
         "text": "DATE",
         "terminal": true,
         "property": {
          "name": "date",
          "list": false
         }
        },
        {
         "op": "token",
         "text": "PERIOD",
         "terminal": true,
         "property": {
          "name": "date",
          "list": false
         }
        },
        {
         "op": "token",
         "text": "NUMBER",
         "terminal": true,
         "property": {
          "name": "date",
          "list": false
         }
        },
        {
         "op": "token",
         "text": "STRING",
         "terminal": true,
         "property": {
          "name": "date",
          "list": false
         }
        }
       ]
      }
     ]
    }
   },
   {
    "op": "token",
    "text": "{",
    "terminal": false,
    "property": null
   },
   {
    "op": "many",
    "item": {
     "op": "rule",
     "name": "ClosingEntry",
     "property": {
      "name": "entries",
      "list": true
     }
    }
   },
   {
    "op": "token",
    "text": "}",
    "terminal": false,
    "property": null
   }
  ]
 },
 "ClosingEntry": {
  "op": "sequence",
  "items": [
   {
    "op": "rule",
    "name": "Reference",
    "property": {
     "name": "target",
     "list": false
    }
   },
   {
    "op": "many",
    "item": {
     "op": "rule",
     "name": "ClosingPart",
     "property": {
      "name": "parts",
      "list": true
     }
    }
   }
  ]
 },
 "ClosingPart": {
  "op": "choice",
  "items": [
   {
    "op": "rule",
    "name": "Score",
    "property": null
   },
   {
    "op": "rule",
    "name": "Decision",
    "property": null
   },
   {
    "op": "rule",
    "name": "Learned",
    "property": null
   }
  ]
 },
 "Score": {
  "op": "sequence",
  "items": [
   {
    "op": "token",
    "text": "score",
    "terminal": false,
    "property": null
   },
   {
    "op": "token",
    "text": "NUMBER",
    "terminal": true,
    "property": {
     "name": "value",
     "list": false
    }
   }
  ]
 },
 "Decision": {
  "op": "choice",
  "items": [
   {
    "op": "token",
    "text": "keep",
    "terminal": false,
    "property": {
     "name": "value",
     "list": false
    }
   },
   {
    "op": "token",
    "text": "modify",
    "terminal": false,
    "property": {
     "name": "value",
     "list": false
    }
   },
   {
    "op": "token",
    "text": "defer",
    "terminal": false,
    "property": {
     "name": "value",
     "list": false
    }
   },
   {
    "op": "token",
    "text": "abandon",
    "terminal": false,
    "property": {
     "name": "value",
     "list": false
    }
   }
  ]
 },
 "Learned": {
  "op": "sequence",
  "items": [
   {
    "op": "token",
    "text": "learned",
    "terminal": false,
    "property": null
   },
   {
    "op": "token",
    "text": "STRING",
    "terminal": true,
    "property": {
     "name": "text",
     "list": false
    }
   }
  ]
 },
 "Draft": {
  "op": "token",
  "text": "draft",
  "terminal": false,
  "property": {
   "name": "value",
   "list": false
  }
 },
 "Owner": {
  "op": "sequence",
  "items": [
   {
    "op": "token",
    "text": "owner",
    "terminal": false,
    "property": null
   },
   {
    "op": "token",
    "text": "ID",
    "terminal": true,
    "property": {
     "name": "names",
     "list": true
    }
   },
   {
    "op": "many",
    "item": {
     "op": "sequence",
     "items": [
      {
       "op": "token",
       "text": ",",
       "terminal": false,
       "property": null
      },
      {
       "op": "token",
       "text": "ID",
       "terminal": true,
       "property": {
        "name": "names",
        "list": true
       }
      }
     ]
    }
   }
  ]
 },
 "Ambition": {
  "op": "choice",
  "items": [
   {
    "op": "token",
    "text": "committed",
    "terminal": false,
    "property": {
     "name": "value",
     "list": false
    }
   },
   {
    "op": "token",
    "text": "aspirational",
    "terminal": false,
    "property": {
     "name": "value",
     "list": false
    }
   }
  ]
 },
 "Tag": {
  "op": "token",
  "text": "TAG",
  "terminal": true,
  "property": {
   "name": "name",
   "list": false
  }
 },
 "By": {
  "op": "sequence",
  "items": [
   {
    "op": "token",
    "text": "by",
    "terminal": false,
    "property": null
   },
   {
    "op": "choice",
    "items": [
     {
      "op": "token",
      "text": "DATE",
      "terminal": true,
      "property": {
       "name": "date",
       "list": false
      }
     },
     {
      "op": "token",
      "text": "PERIOD",
      "terminal": true,
      "property": {
       "name": "date",
       "list": false
      }
     },
     {
      "op": "token",
      "text": "NUMBER",
      "terminal": true,
      "property": {
       "name": "date",
       "list": false
      }
     },
     {
      "op": "token",
      "text": "STRING",
      "terminal": true,
      "property": {
       "name": "date",
       "list": false
      }
     }
    ]
   }
  ]
 },
 "Weight": {
  "op": "sequence",
  "items": [
   {
    "op": "token",
    "text": "weight",
    "terminal": false,
    "property": null
   },
   {
    "op": "token",
    "text": "NUMBER",
    "terminal": true,
    "property": {
     "name": "value",
     "list": false
    }
   }
  ]
 },
 "Link": {
  "op": "sequence",
  "items": [
   {
    "op": "token",
    "text": "link",
    "terminal": false,
    "property": null
   },
   {
    "op": "token",
    "text": "STRING",
    "terminal": true,
    "property": {
     "name": "address",
     "list": false
    }
   }
  ]
 },
 "Source": {
  "op": "sequence",
  "items": [
   {
    "op": "token",
    "text": "source",
    "terminal": false,
    "property": null
   },
   {
    "op": "token",
    "text": "STRING",
    "terminal": true,
    "property": {
     "name": "text",
     "list": false
    }
   }
  ]
 },
 "Indicator": {
  "op": "choice",
  "items": [
   {
    "op": "token",
    "text": "leading",
    "terminal": false,
    "property": {
     "name": "value",
     "list": false
    }
   },
   {
    "op": "token",
    "text": "lagging",
    "terminal": false,
    "property": {
     "name": "value",
     "list": false
    }
   }
  ]
 },
 "Supports": {
  "op": "sequence",
  "items": [
   {
    "op": "token",
    "text": "supports",
    "terminal": false,
    "property": null
   },
   {
    "op": "rule",
    "name": "Support",
    "property": {
     "name": "supports",
     "list": true
    }
   },
   {
    "op": "many",
    "item": {
     "op": "sequence",
     "items": [
      {
       "op": "token",
       "text": ",",
       "terminal": false,
       "property": null
      },
      {
       "op": "rule",
       "name": "Support",
       "property": {
        "name": "supports",
        "list": true
       }
      }
     ]
    }
   }
  ]
 },
 "Support": {
  "op": "sequence",
  "items": [
   {
    "op": "rule",
    "name": "Reference",
    "property": {
     "name": "reference",
     "list": false
    }
   },
   {
    "op": "optional",
    "item": {
     "op": "sequence",
     "items": [
      {
       "op": "token",
       "text": "weight",
       "terminal": false,
       "property": null
      },
      {
       "op": "token",
       "text": "NUMBER",
       "terminal": true,
       "property": {
        "name": "weight",
        "list": false
       }
      }
     ]
    }
   }
  ]
 },
 "DependsOn": {
  "op": "sequence",
  "items": [
   {
    "op": "token",
    "text": "depends",
    "terminal": false,
    "property": null
   },
   {
    "op": "token",
    "text": "on",
    "terminal": false,
    "property": null
   },
   {
    "op": "rule",
    "name": "Reference",
    "property": {
     "name": "references",
     "list": true
    }
   },
   {
    "op": "many",
    "item": {
     "op": "sequence",
     "items": [
      {
       "op": "token",
       "text": ",",
       "terminal": false,
       "property": null
      },
      {
       "op": "rule",
       "name": "Reference",
       "property": {
        "name": "references",
        "list": true
       }
      }
     ]
    }
   }
  ]
 },
 "CarriedFrom": {
  "op": "sequence",
  "items": [
   {
    "op": "token",
    "text": "carried",
    "terminal": false,
    "property": null
   },
   {
    "op": "token",
    "text": "from",
    "terminal": false,
    "property": null
   },
   {
    "op": "rule",
    "name": "Reference",
    "property": {
     "name": "reference",
     "list": false
    }
   }
  ]
 },
 "Standalone": {
  "op": "sequence",
  "items": [
   {
    "op": "token",
    "text": "standalone",
    "terminal": false,
    "property": {
     "name": "word",
     "list": false
    }
   },
   {
    "op": "optional",
    "item": {
     "op": "sequence",
     "items": [
      {
       "op": "token",
       "text": "because",
       "terminal": false,
       "property": null
      },
      {
       "op": "token",
       "text": "STRING",
       "terminal": true,
       "property": {
        "name": "because",
        "list": false
       }
      }
     ]
    }
   }
  ]
 },
 "For": {
  "op": "sequence",
  "items": [
   {
    "op": "token",
    "text": "for",
    "terminal": false,
    "property": null
   },
   {
    "op": "rule",
    "name": "Reference",
    "property": {
     "name": "references",
     "list": true
    }
   },
   {
    "op": "many",
    "item": {
     "op": "sequence",
     "items": [
      {
       "op": "token",
       "text": ",",
       "terminal": false,
       "property": null
      },
      {
       "op": "rule",
       "name": "Reference",
       "property": {
        "name": "references",
        "list": true
       }
      }
     ]
    }
   }
  ]
 },
 "Status": {
  "op": "sequence",
  "items": [
   {
    "op": "token",
    "text": "status",
    "terminal": false,
    "property": null
   },
   {
    "op": "choice",
    "items": [
     {
      "op": "token",
      "text": "todo",
      "terminal": false,
      "property": {
       "name": "value",
       "list": false
      }
     },
     {
      "op": "token",
      "text": "doing",
      "terminal": false,
      "property": {
       "name": "value",
       "list": false
      }
     },
     {
      "op": "token",
      "text": "done",
      "terminal": false,
      "property": {
       "name": "value",
       "list": false
      }
     },
     {
      "op": "token",
      "text": "dropped",
      "terminal": false,
      "property": {
       "name": "value",
       "list": false
      }
     }
    ]
   }
  ]
 },
 "Measure": {
  "op": "choice",
  "items": [
   {
    "op": "rule",
    "name": "From",
    "property": null
   },
   {
    "op": "rule",
    "name": "To",
    "property": null
   },
   {
    "op": "rule",
    "name": "Change",
    "property": null
   },
   {
    "op": "rule",
    "name": "Limit",
    "property": null
   },
   {
    "op": "rule",
    "name": "Between",
    "property": null
   },
   {
    "op": "rule",
    "name": "YesNo",
    "property": null
   },
   {
    "op": "rule",
    "name": "Baseline",
    "property": null
   }
  ]
 },
 "From": {
  "op": "sequence",
  "items": [
   {
    "op": "token",
    "text": "from",
    "terminal": false,
    "property": null
   },
   {
    "op": "rule",
    "name": "Amount",
    "property": {
     "name": "amount",
     "list": false
    }
   }
  ]
 },
 "To": {
  "op": "sequence",
  "items": [
   {
    "op": "token",
    "text": "to",
    "terminal": false,
    "property": null
   },
   {
    "op": "rule",
    "name": "Amount",
    "property": {
     "name": "amount",
     "list": false
    }
   }
  ]
 },
 "Change": {
  "op": "sequence",
  "items": [
   {
    "op": "choice",
    "items": [
     {
      "op": "token",
      "text": "up",
      "terminal": false,
      "property": {
       "name": "direction",
       "list": false
      }
     },
     {
      "op": "token",
      "text": "down",
      "terminal": false,
      "property": {
       "name": "direction",
       "list": false
      }
     }
    ]
   },
   {
    "op": "rule",
    "name": "Amount",
    "property": {
     "name": "amount",
     "list": false
    }
   }
  ]
 },
 "Limit": {
  "op": "sequence",
  "items": [
   {
    "op": "token",
    "text": "at",
    "terminal": false,
    "property": null
   },
   {
    "op": "choice",
    "items": [
     {
      "op": "token",
      "text": "least",
      "terminal": false,
      "property": {
       "name": "bound",
       "list": false
      }
     },
     {
      "op": "token",
      "text": "most",
      "terminal": false,
      "property": {
       "name": "bound",
       "list": false
      }
     }
    ]
   },
   {
    "op": "rule",
    "name": "Amount",
    "property": {
     "name": "amount",
     "list": false
    }
   }
  ]
 },
 "Between": {
  "op": "sequence",
  "items": [
   {
    "op": "token",
    "text": "between",
    "terminal": false,
    "property": null
   },
   {
    "op": "rule",
    "name": "Amount",
    "property": {
     "name": "low",
     "list": false
    }
   },
   {
    "op": "token",
    "text": "and",
    "terminal": false,
    "property": null
   },
   {
    "op": "rule",
    "name": "Amount",
    "property": {
     "name": "high",
     "list": false
    }
   }
  ]
 },
 "YesNo": {
  "op": "token",
  "text": "yes/no",
  "terminal": false,
  "property": {
   "name": "word",
   "list": false
  }
 },
 "Baseline": {
  "op": "sequence",
  "items": [
   {
    "op": "token",
    "text": "baseline",
    "terminal": false,
    "property": null
   },
   {
    "op": "choice",
    "items": [
     {
      "op": "token",
      "text": "unknown",
      "terminal": false,
      "property": {
       "name": "unknown",
       "list": false
      }
     },
     {
      "op": "rule",
      "name": "Amount",
      "property": {
       "name": "amount",
       "list": false
      }
     }
    ]
   }
  ]
 },
 "Amount": {
  "op": "sequence",
  "items": [
   {
    "op": "token",
    "text": "NUMBER",
    "terminal": true,
    "property": {
     "name": "number",
     "list": false
    }
   },
   {
    "op": "many",
    "item": {
     "op": "rule",
     "name": "AmountPart",
     "property": {
      "name": "parts",
      "list": true
     }
    }
   }
  ]
 },
 "AmountPart": {
  "op": "choice",
  "items": [
   {
    "op": "rule",
    "name": "FigurePart",
    "property": null
   },
   {
    "op": "rule",
    "name": "QuotedUnit",
    "property": null
   }
  ]
 },
 "QuotedUnit": {
  "op": "token",
  "text": "STRING",
  "terminal": true,
  "property": {
   "name": "word",
   "list": false
  }
 },
 "Figure": {
  "op": "sequence",
  "items": [
   {
    "op": "token",
    "text": "NUMBER",
    "terminal": true,
    "property": {
     "name": "number",
     "list": false
    }
   },
   {
    "op": "many",
    "item": {
     "op": "rule",
     "name": "FigurePart",
     "property": {
      "name": "parts",
      "list": true
     }
    }
   }
  ]
 },
 "FigurePart": {
  "op": "choice",
  "items": [
   {
    "op": "rule",
    "name": "UnitWord",
    "property": null
   },
   {
    "op": "rule",
    "name": "OutOf",
    "property": null
   },
   {
    "op": "rule",
    "name": "Per",
    "property": null
   },
   {
    "op": "rule",
    "name": "Slash",
    "property": null
   }
  ]
 },
 "UnitWord": {
  "op": "token",
  "text": "UNIT",
  "terminal": true,
  "property": {
   "name": "word",
   "list": false
  }
 },
 "OutOf": {
  "op": "sequence",
  "items": [
   {
    "op": "token",
    "text": "of",
    "terminal": false,
    "property": null
   },
   {
    "op": "token",
    "text": "NUMBER",
    "terminal": true,
    "property": {
     "name": "top",
     "list": false
    }
   }
  ]
 },
 "Per": {
  "op": "sequence",
  "items": [
   {
    "op": "token",
    "text": "per",
    "terminal": false,
    "property": null
   },
   {
    "op": "token",
    "text": "ID",
    "terminal": true,
    "property": {
     "name": "period",
     "list": false
    }
   }
  ]
 },
 "Slash": {
  "op": "sequence",
  "items": [
   {
    "op": "token",
    "text": "/",
    "terminal": false,
    "property": null
   },
   {
    "op": "choice",
    "items": [
     {
      "op": "token",
      "text": "NUMBER",
      "terminal": true,
      "property": {
       "name": "top",
       "list": false
      }
     },
     {
      "op": "token",
      "text": "ID",
      "terminal": true,
      "property": {
       "name": "period",
       "list": false
      }
     }
    ]
   }
  ]
 },
 "Reference": {
  "op": "sequence",
  "items": [
   {
    "op": "token",
    "text": "ID",
    "terminal": true,
    "property": {
     "name": "segments",
     "list": true
    }
   },
   {
    "op": "many",
    "item": {
     "op": "sequence",
     "items": [
      {
       "op": "token",
       "text": ".",
       "terminal": false,
       "property": null
      },
      {
       "op": "token",
       "text": "ID",
       "terminal": true,
       "property": {
        "name": "segments",
        "list": true
       }
      }
     ]
    }
   },
   {
    "op": "optional",
    "item": {
     "op": "sequence",
     "items": [
      {
       "op": "token",
       "text": "in",
       "terminal": false,
       "property": null
      },
      {
       "op": "choice",
       "items": [
        {
         "op": "token",
         "text": "ID",
         "terminal": true,
         "property": {
          "name": "cycle",
          "list": false
         }
        },
        {
         "op": "token",
         "text": "PERIOD",
         "terminal": true,
         "property": {
          "name": "cycle",
          "list": false
         }
        },
        {
         "op": "token",
         "text": "NUMBER",
         "terminal": true,
         "property": {
          "name": "cycle",
          "list": false
         }
        }
       ]
      }
     ]
    }
   }
  ]
 },
 "CycleName": {
  "op": "choice",
  "items": [
   {
    "op": "token",
    "text": "ID",
    "terminal": true,
    "property": null
   },
   {
    "op": "token",
    "text": "PERIOD",
    "terminal": true,
    "property": null
   },
   {
    "op": "token",
    "text": "NUMBER",
    "terminal": true,
    "property": null
   }
  ]
 },
 "DateText": {
  "op": "choice",
  "items": [
   {
    "op": "token",
    "text": "DATE",
    "terminal": true,
    "property": null
   },
   {
    "op": "token",
    "text": "PERIOD",
    "terminal": true,
    "property": null
   },
   {
    "op": "token",
    "text": "NUMBER",
    "terminal": true,
    "property": null
   },
   {
    "op": "token",
    "text": "STRING",
    "terminal": true,
    "property": null
   }
  ]
 }
};
